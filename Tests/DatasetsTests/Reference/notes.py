"""The data of the notes' scripts, drawn as they draw it, and scikit-learn's two moons.

Usage: python3 notes.py > notes.json, with numpy 2.4.6, torch 2.13.0+cpu, scikit-learn 1.9.1.
"""
import json
import numpy as np, torch
from sklearn.datasets import make_moons

np.random.seed(0)
x = np.sort(np.random.rand(30))
out = dict(cosine=dict(x=x.tolist(), y=(np.cos(1.5 * np.pi * x) + np.random.randn(30) * 0.1).tolist()))
for count in (100, 200):
    torch.manual_seed(42)
    x = torch.randn(count, 1) * 5
    out[f"line {count}"] = dict(x=x.flatten().tolist(), y=(2 * x + 1 + torch.randn(count, 1)).flatten().tolist())
torch.manual_seed(42)
x = torch.linspace(-3, 3, 100).reshape(-1, 1)
out["polynomial"] = dict(x=x.flatten().tolist(), y=(x.pow(3) - x.pow(2) + 0.5 * torch.randn_like(x)).flatten().tolist())
points, classes = make_moons(21, shuffle=False, noise=0.1, random_state=3)
out["moons"] = dict(x=points[:, 0].tolist(), y=points[:, 1].tolist(), classes=classes.tolist())
print(json.dumps(out, separators=(",", ":")))
