"""Walks of PyTorch (2.13.0+cpu) in float64 on formulas and named functions: python3 expressions.py > expressions.json

Every function is walked on by one or more rules from one start, 500 steps. A run is left out where it is
chaotic: where noise of 2e-15 on every point and gradient moves any row by more than 1e-10 of the point's size.
LAMB and Lion, which PyTorch lacks, are written out here after their papers.
"""
import json, math, random, torch

torch.set_num_threads(1)
F = torch.float64
tensor = lambda a: a if torch.is_tensor(a) else torch.tensor(float(a), dtype=F)
wrap = lambda f: lambda *a: f(*map(tensor, a))
names = {n: wrap(getattr(torch, n)) for n in
         "sin cos tan asin acos atan sinh cosh tanh exp log log10 sqrt abs sigmoid relu".split()}
names |= dict(min=wrap(torch.minimum), max=wrap(torch.maximum), pow=lambda a, b: a ** b, pi=math.pi, e=math.e)


class LAMB(torch.optim.Optimizer):
    def __init__(self, p, lr): super().__init__(p, dict(lr=lr))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                s = self.state[p]
                if not s: s.update(t=0, m=torch.zeros_like(p), v=torch.zeros_like(p))
                s["t"] += 1
                s["m"].mul_(0.9).add_(p.grad, alpha=0.1)
                s["v"].mul_(0.999).addcmul_(p.grad, p.grad, value=0.001)
                r = s["m"] / (1 - 0.9 ** s["t"]) / ((s["v"] / (1 - 0.999 ** s["t"])).sqrt() + 1e-6)
                trust = p.norm() / r.norm() if p.norm() > 0 and r.norm() > 0 else 1.0
                p.sub_(group["lr"] * trust * r)


class Lion(torch.optim.Optimizer):
    def __init__(self, p, lr): super().__init__(p, dict(lr=lr))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                s = self.state[p]
                if not s: s["m"] = torch.zeros_like(p)
                p.sub_(group["lr"] * torch.sign(0.9 * s["m"] + 0.1 * p.grad))
                s["m"].mul_(0.99).add_(p.grad, alpha=0.01)


O = torch.optim
RULES = {
    "sgd": (1e-3, O.SGD, {}), "momentum": (1e-3, O.SGD, dict(momentum=0.9)),
    "nesterov": (1e-3, O.SGD, dict(momentum=0.9, nesterov=True)), "adagrad": (0.1, O.Adagrad, {}),
    "adadelta": (0.5, O.Adadelta, {}), "rmsprop": (0.01, O.RMSprop, {}), "adam": (0.02, O.Adam, {}),
    "adamw": (0.02, O.AdamW, {}), "adamax": (0.02, O.Adamax, {}), "nadam": (0.02, O.NAdam, {}),
    "radam": (0.02, O.RAdam, {}), "rprop": (0.01, O.Rprop, {}), "lamb": (0.01, LAMB, {}),
    "lion": (0.003, Lion, {}),
}
NAMED = {
    "rosenbrock": ("(1-x)^2+100*(y-x^2)^2", -1.5, 2), "sphere": ("x^2+y^2", -1.5, 1.2),
    "ravine": ("(x^2+100*y^2)/2", -1.8, 0.6), "himmelblau": ("(x^2+y-11)^2+(x+y^2-7)^2", -0.5, -0.5),
    "beale": ("(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2", 1, 1.5),
    "rastrigin": ("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", 3.3, -2.4),
    "ackley": ("20+e-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)", -2.6, 1.7),
    "booth": ("(x+2*y-7)^2+(2*x+y-5)^2", -8, -6), "matyas": ("0.26*(x^2+y^2)-0.48*x*y", -8, 4),
    "goldstein-price": (
        "(1+(x+y+1)^2*(19-14*x+3*x^2-14*y+6*x*y+3*y^2))*(30+(2*x-3*y)^2*(18-32*x+12*x^2+48*y-36*x*y+27*y^2))",
        1.5, 0.5),
    "styblinski-tang": ("(x^4-16*x^2+5*x+y^4-16*y^2+5*y)/2", 0.5, -4.5),
    "easom": ("-cos(x)*cos(y)*exp(-(x-pi)^2-(y-pi)^2)", 1.7, 2),
    "three-hump-camel": ("2*x^2-1.05*x^4+x^6/6+x*y+y^2", -1.2, 1.5),
    "levy": ("sin(pi*(1+(x-1)/4))^2+((x-1)/4)^2*(1+10*sin(pi*(1+(x-1)/4)+1)^2)"
             "+((y-1)/4)^2*(1+sin(2*pi*(1+(y-1)/4))^2)", -7, 6),
}
FORMULAS = [
    "abs(x)+abs(y-1)/2", "sqrt(1+x^2)+sqrt(2+y^2)", "log(1+x^2+3*y^2)", "log10(2+x^2)*exp(y^2/4)",
    "sinh(x/2)^2+cosh(y)", "atan(x)^2+tanh(y)^2", "sigmoid(3*x)*(1+y^2)+relu(-x)", "tan(x/3)^2+y^4",
    "asin(x/4)^2+acos(y/4)", "max(x^2,y^2)+0.1*x", "min(x^2+1,(y-1)^2+x^4)", "pow(2+x^2,1+y^2)",
    "(1+x^2)^sigmoid(y)+y^2/5", "3^(x^2+y)-y", "x^-2+x^2+y^2", "(x^2+y^2+0.5)^1.5", "x^5/5+x^4+y^2",
    "(x^2+1)/(y^2+2)+y^2", "exp(-x^2-y^2)*sin(3*x)", "relu(x)^2+relu(-x-1)^2+y^2", "1/(1+exp(-x))+y^2-x/9",
]


def walk(text, rule, rate, start, noise=0.0, steps=500):
    code, generator = compile(text.replace("^", "**"), "", "eval"), random.Random(3)
    _, kind, settings = RULES[rule]
    p = torch.tensor(start, dtype=F, requires_grad=True)
    optimizer, rows = kind([p], lr=rate, **settings), []
    for step in range(steps + 1):
        optimizer.zero_grad(set_to_none=True)
        shaken = torch.tensor([1 + noise * generator.uniform(-1, 1) for _ in range(2)], dtype=F) * p
        f = eval(code, names, {"x": shaken[0], "y": shaken[1]})
        rows.append([p[0].item(), p[1].item(), f.item()])
        if not max(map(abs, rows[-1][:2])) < 1e6 or not math.isfinite(rows[-1][2]): return None  # lost
        f.backward()
        p.grad *= torch.tensor([1 + noise * generator.uniform(-1, 1) for _ in range(2)], dtype=F)
        optimizer.step()
    return rows


def difference(a, b):
    return max(max(abs(p[0] - q[0]), abs(p[1] - q[1])) / max(abs(q[0]), abs(q[1]), 1e-3) for p, q in zip(a, b))


runs, rules = [], list(RULES)
cases = [(n, *NAMED[n], rules[(i * 3 + j * 5) % 14]) for i, n in enumerate(NAMED) for j in range(3)]
cases += [(t, t, 0.7, -0.6, rules[(i * 2 + j * 7) % 14]) for i, t in enumerate(FORMULAS) for j in range(2)]
for name, text, x, y, rule in cases:
    rate = RULES[rule][0] * (1e-3 if name == "goldstein-price" else 1)
    rows = walk(text, rule, rate, (x, y))
    noisy = rows and walk(text, rule, rate, (x, y), noise=2e-15)
    if not noisy or difference(noisy, rows) > 1e-10: continue
    runs.append(dict(function=name, formula=text, rule=f"{rule}:lr={rate!r}", start=[x, y],
                     rows=[[k] + rows[k] for k in (0, 1, 2, 5, 20, 100, 200, 350, 500)]))
print("[" + ",\n".join(json.dumps(run) for run in runs) + "]")
