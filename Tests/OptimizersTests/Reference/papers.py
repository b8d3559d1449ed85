"""Steps of LAMB and Lion, written down from the papers' algorithms with NumPy, for the tests of both.

Usage: python3 papers.py > papers.json, with numpy 2.4.6. One parameter is a matrix, its gradients are fixed.
"""
import json
import numpy as np

START = np.array([[3.0, -4.0, 0.5], [1.0, 0.25, -2.0]])
GRADIENTS = [np.sin(np.arange(6.0) * (k + 1) + k).reshape(2, 3) * 10.0 ** (k % 3 - 1) for k in range(12)]


def lamb(rate, decay, inverted=False, beta1=0.9, beta2=0.999, eps=1e-6):
    """You et al. 2020, algorithm 2, with phi(z) = z; inverted: the notes' W - rate / |W| * r."""
    x, m, v, rows = START.copy(), 0.0, 0.0, []
    for t, g in enumerate(GRADIENTS, 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        r = (m / (1 - beta1 ** t)) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
        u = r + decay * x
        norm = np.linalg.norm(x)
        x = x - rate * (1 / norm if inverted else norm / np.linalg.norm(u)) * u
        rows.append(x.ravel().tolist())
    return rows


def lion(rate, decay, beta1=0.9, beta2=0.99):
    """Chen et al. 2023, algorithm 2."""
    x, m, rows = START.copy(), np.zeros_like(START), []
    for g in GRADIENTS:
        c = beta1 * m + (1 - beta1) * g
        x = x - rate * (np.sign(c) + decay * x)
        m = beta2 * m + (1 - beta2) * g
        rows.append(x.ravel().tolist())
    return rows


cases = {
    "lamb:lr=0.01": lamb(0.01, 0.0), "lamb:lr=0.1:weight_decay=0.05": lamb(0.1, 0.05),
    "lamb:lr=0.01:beta1=0.5:beta2=0.9:eps=1e-3": lamb(0.01, 0.0, beta1=0.5, beta2=0.9, eps=1e-3),
    "lamb-notes:lr=0.01": lamb(0.01, 0.0, inverted=True), "lion:lr=0.01": lion(0.01, 0.0),
    "lion:lr=0.05:beta1=0.8:beta2=0.95:weight_decay=0.1": lion(0.05, 0.1, 0.8, 0.95),
}
print(json.dumps(dict(start=START.ravel().tolist(), gradients=[g.ravel().tolist() for g in GRADIENTS],
                      shape=list(START.shape), cases=cases), separators=(",", ":")))
