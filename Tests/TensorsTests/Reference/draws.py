"""Sequences of draws from NumPy's and PyTorch's streams, for the tests of random streams.

Usage: python3 draws.py [SEQUENCES] [LONGEST] > draws.json, with numpy 2.4.6 and torch 2.13.0+cpu.
Each sequence is one seed and calls one after another, so that what a call leaves behind is seen too.
"""
import json, math, random, sys
import numpy as np, torch
import torch.nn as nn

SEQUENCES = int(sys.argv[1]) if len(sys.argv) > 1 else 3
LONGEST = int(sys.argv[2]) if len(sys.argv) > 2 else 40
torch.set_num_threads(1)
pick = random.Random(1)

def flat(value):
    return [float(v) for v in np.asarray(value).reshape(-1)]

def numpy_draws(seed, calls):
    r = np.random.RandomState(seed)
    def shuffled(n):
        a = np.arange(n); r.shuffle(a); return a
    make = dict(
        rand=lambda n: r.rand(n), randn=lambda n: r.randn(n),
        uniform=lambda low, high, n: r.uniform(low, high, n), normal=lambda mean, sd, n: r.normal(mean, sd, n),
        permutation=r.permutation, shuffle=shuffled, randint=lambda low, high, n: r.randint(low, high, n),
        choice=lambda total, n, repeating: r.choice(total, n, replace=bool(repeating)))
    return dict(peer="numpy", seed=seed, draws=[dict(call=c, numbers=a, values=flat(make[c](*a))) for c, a in calls])

def torch_draws(seed, calls):
    torch.manual_seed(seed); draws = []
    def layer(module):
        return torch.cat([module.weight.detach().flatten(), module.bias.detach().flatten()])
    for c, a, precision in calls:
        torch.set_default_dtype(torch.float32 if precision == "single" else torch.float64)
        make = dict(
            rand=lambda n: torch.rand(n), randn=lambda n: torch.randn(n),
            uniform=lambda low, high, n: torch.empty(n).uniform_(low, high),
            normal=lambda mean, sd, n: torch.empty(n).normal_(mean, sd), permutation=torch.randperm,
            mask=lambda p, n: torch.empty(n).bernoulli_(p), bernoulli=lambda p, n: torch.bernoulli(torch.full((n,), p)),
            randint=lambda low, high, n: torch.randint(low, high, (n,)),
            linear=lambda i, o: layer(nn.Linear(i, o)), conv2d=lambda i, o, k: layer(nn.Conv2d(i, o, k)),
            kaiming_uniform=lambda o, i: nn.init.kaiming_uniform_(torch.empty(o, i)),
            kaiming_normal=lambda o, i: nn.init.kaiming_normal_(torch.empty(o, i)),
            xavier_uniform=lambda o, i: nn.init.xavier_uniform_(torch.empty(o, i)),
            xavier_normal=lambda o, i: nn.init.xavier_normal_(torch.empty(o, i)))
        draws.append(dict(call=c, numbers=a, precision=precision, values=flat(make[c](*a))))
    torch.set_default_dtype(torch.float32)
    return dict(peer="torch", seed=seed, draws=draws)

def size(): return pick.choice([0, 1, 2, 3, 15, 16, 17, 31, 32, 33, pick.randrange(LONGEST)])
def edges():
    low = pick.uniform(-3, 3); return [low, low + pick.uniform(0, 5)]
def whole():
    low = pick.randrange(-9, 9); return [low, low + pick.choice([1, 2, 3, 10, 100, 2**20 + 3])]

def numpy_calls():
    kinds = [("rand", lambda: [size()]), ("randn", lambda: [size()]), ("uniform", lambda: edges() + [size()]),
             ("normal", lambda: [pick.uniform(-2, 2), pick.uniform(0, 3), size()]), ("permutation", lambda: [size()]),
             ("shuffle", lambda: [size()]), ("randint", lambda: whole() + [size()]), ("randint", lambda: [0, 2**40, 3]),
             ("randint", lambda: [0, 2**32, 3]), ("choice", lambda: [20, size(), 1]), ("choice", lambda: [20, 7, 0])]
    return [(c, a()) for c, a in pick.sample(kinds, len(kinds))]

def torch_calls():
    n = lambda: pick.randrange(1, 8)
    kinds = [("rand", lambda: [size()]), ("randn", lambda: [size()]), ("randn", lambda: [size()]), ("uniform", lambda: edges() + [size()]),
             ("normal", lambda: [pick.uniform(-2, 2), pick.uniform(0, 3), size()]), ("permutation", lambda: [size()]),
             ("mask", lambda: [pick.random(), size()]), ("bernoulli", lambda: [pick.random(), size()]),
             ("randint", lambda: whole() + [size()]),
             ("linear", lambda: [n(), n()]), ("conv2d", lambda: [n(), 2, 3]), ("kaiming_uniform", lambda: [n(), n()]),
             ("kaiming_normal", lambda: [n(), n()]), ("xavier_uniform", lambda: [n(), n()]), ("xavier_normal", lambda: [n(), n()])]
    return [(c, a(), pick.choice(["single", "double"])) for c, a in pick.sample(kinds, len(kinds))]

out = []
for k in range(SEQUENCES):
    out.append(numpy_draws(pick.choice([0, 42, 2**32 - 1, pick.randrange(2**32)]), numpy_calls()))
    out.append(torch_draws(pick.choice([0, 42, pick.randrange(2**48)]), torch_calls()))
print(json.dumps(out, separators=(",", ":")))
