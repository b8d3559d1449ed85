"""Steps of PyTorch's rules with the settings that few people know: initial_accumulator_value, decoupled_weight_decay, maximize.

Usage: python3 keys.py > keys.json, with torch 2.9 or later. One parameter is a matrix, its gradients are fixed.
"""
import json
import torch

START = [[3.0, -4.0, 0.5], [1.0, 0.25, -2.0]]
GRADIENTS = [
    torch.sin(torch.arange(6, dtype=torch.float64) * (k + 1) + k).reshape(2, 3) * 10.0 ** (k % 3 - 1) for k in range(12)
]


def walk(rule, **settings):
    x = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = rule([x], foreach=False, **settings)
    rows = []
    for gradient in GRADIENTS:
        x.grad = gradient.clone()
        optimizer.step()
        rows.append(x.detach().ravel().tolist())
    return rows


o = torch.optim
decay = {"weight_decay": 0.05}
plain = {
    "sgd": o.SGD, "adagrad": o.Adagrad, "adadelta": o.Adadelta, "rmsprop": o.RMSprop, "adam": o.Adam, "adamw": o.AdamW,
    "adamax": o.Adamax, "nadam": o.NAdam, "radam": o.RAdam,
}
cases = {f"{name}:lr=0.1:weight_decay=0.05:maximize": walk(rule, lr=0.1, maximize=True, **decay) for name, rule in plain.items()}
cases |= {
    "rprop:lr=0.1:maximize": walk(o.Rprop, lr=0.1, maximize=True),
    "momentum:lr=0.1:dampening=0.25:maximize": walk(o.SGD, lr=0.1, momentum=0.9, dampening=0.25, maximize=True),
    "nesterov:lr=0.1:weight_decay=0.05:maximize": walk(o.SGD, lr=0.1, momentum=0.9, nesterov=True, maximize=True, **decay),
    "rmsprop:lr=0.1:centered:momentum=0.5:maximize": walk(o.RMSprop, lr=0.1, centered=True, momentum=0.5, maximize=True),
    "adagrad:lr=0.1:initial_accumulator_value=0.1": walk(o.Adagrad, lr=0.1, initial_accumulator_value=0.1),
    "adagrad:lr=0.1:initial_accumulator_value=2.5:lr_decay=0.1:weight_decay=0.05:maximize": walk(
        o.Adagrad, lr=0.1, initial_accumulator_value=2.5, lr_decay=0.1, maximize=True, **decay),
    "adam:lr=0.1:weight_decay=0.05:decoupled_weight_decay": walk(o.Adam, lr=0.1, decoupled_weight_decay=True, **decay),
    "adam:lr=0.1:weight_decay=0.05:decoupled_weight_decay:amsgrad:maximize": walk(
        o.Adam, lr=0.1, decoupled_weight_decay=True, amsgrad=True, maximize=True, **decay),
    "nadam:lr=0.1:weight_decay=0.05:decoupled_weight_decay": walk(o.NAdam, lr=0.1, decoupled_weight_decay=True, **decay),
    "radam:lr=0.1:weight_decay=0.05:decoupled_weight_decay": walk(o.RAdam, lr=0.1, decoupled_weight_decay=True, **decay),
    "radam:lr=0.1:weight_decay=0.05:decoupled_weight_decay:maximize": walk(
        o.RAdam, lr=0.1, decoupled_weight_decay=True, maximize=True, **decay),
}
flat = [gradient.ravel().tolist() for gradient in GRADIENTS]
print(json.dumps({"start": sum(START, []), "shape": [2, 3], "gradients": flat, "cases": cases}, separators=(",", ":")))
