"""Writes what the 8-bit weights must give for a text: the arithmetic of internal/nlp/encoder again, in numpy, and beside it
the answers of the training code: of the weights as they were trained, in float32 ("float"), and of the rounded ones without
any rounding of what goes through them ("plain").

usage: reference.py --weights weights.bin [--model FOLDER] TEXT > reference.json
"""
import argparse
import json
import struct

import numpy as np

from pieces import CLS, SEP, SPECIAL, Cutter, lead, shape, words

F = np.float32
WIDTH, HEADS = 384, 12


def load(path):
    data = open(path, "rb").read()
    _, n = struct.unpack("<II", data[8:16])
    header, at, out = json.loads(data[16 : 16 + n]), 16 + n, {}
    for t in header["tensors"]:
        size = int(np.prod(t["shape"]))
        if t["type"] == "int8":
            scale = np.frombuffer(data, "<f4", t["shape"][0], at)
            at += 4 * t["shape"][0]
            out[t["name"]] = scale, np.frombuffer(data, "i1", size, at).reshape(t["shape"])
            at += size
        elif t["type"] == "float32":
            out[t["name"]] = np.frombuffer(data, "<f4", size, at).reshape(t["shape"])
            at += 4 * size
        else:
            out[t["name"]] = data[at : at + size]
            at += size
    return header, out


def quantize(x):
    """Each row of x as signed bytes, with the value of one step."""
    top = np.abs(x).max(-1, keepdims=True)
    inverse = np.where(top > 0, F(127) / np.where(top > 0, top, F(1)), F(0)).astype(F)
    return (x * inverse + F(128.5)).astype(np.int32) - 128, (top / F(127)).astype(F)


def linear(w, name, x):
    q, step = quantize(x)
    scale, m = w[name + ".weight"]
    sums = (q.astype(np.int64) @ m.astype(np.int64).T).astype(F)
    return sums * step * scale + w[name + ".bias"]


def total(x):
    """The sum of each row, value after value: numpy's own order of sums gives other last bits."""
    return np.add.accumulate(x, -1, F)[:, -1:]


def norm(w, name, x):
    d = x - total(x) / F(WIDTH)
    f = F(1) / np.sqrt((total(d * d) / F(WIDTH) + F(1e-12)).astype(float)).astype(F)
    return d * f * w[name + ".weight"] + w[name + ".bias"]


def gelu(x):
    from math import erf, sqrt
    table = np.array([(i / 512 - 6) * 0.5 * (1 + erf((i / 512 - 6) / sqrt(2))) for i in range(12 * 512 + 1)], F)
    inside = table[((np.clip(x, -6, 6) + F(6)) * F(512) + F(0.5)).astype(np.int32)]
    return np.where(x <= -6, F(0), np.where(x < 6, inside, x)).astype(F)


def attend(x):
    table = []
    while not table or table[-1]:
        table.append(round(127 * float(np.exp(-len(table) / 256))))
    table = np.array(table)
    out = np.zeros((len(x), WIDTH), F)
    for h in range(HEADS):
        q, k, v = (x[:, part * WIDTH + h * 32 : part * WIDTH + h * 32 + 32] for part in range(3))
        (q, fq), (k, fk), (v, fv) = quantize(q), quantize(k), quantize(np.ascontiguousarray(v.T))
        scores = (q @ k.T).astype(F) * (fq * F(256)) * (fk * (F(1) / F(np.sqrt(32))))[:, 0]
        d = (scores.max(1, keepdims=True) - scores).astype(np.int32)
        p = table[np.minimum(d, len(table) - 1)]
        sums = (p @ v.T).astype(F)
        out[:, h * 32 : h * 32 + 32] = sums * (F(1) / p.sum(1, keepdims=True).astype(F)) * fv[:, 0]
    return out


def read(header, w, ids, shapes, leads):
    scale, word = w["word"]
    x = word[ids].astype(F) * scale[ids][:, None] + w["position"][: len(ids)] + w["shape"][shapes] + w["lead"][leads]
    x = norm(w, "norm", x)
    for i in range(header["layers"]):
        p = f"layers.{i}."
        x = norm(w, p + "norm1", x + linear(w, p + "out", attend(linear(w, p + "qkv", x))))
        x = norm(w, p + "norm2", x + linear(w, p + "down", gelu(linear(w, p + "up", x))))
    return linear(w, "tops", x)


def trained(folder, ids, shapes, leads, rounded=False):
    """The training code's answer, by the weights as they were trained or, in float64, as the exported ones are rounded."""
    import torch

    import evaluate
    from model import Reader
    about = json.load(open(f"{folder}/model.json"))
    m = Reader(about["layers"], len(about["relations"]))
    m.load_state_dict(torch.load(f"{folder}/model.pt"))
    m.eval()
    if rounded:
        for part in [m.word, *(x for x in m.modules() if isinstance(x, torch.nn.Linear))]:
            part.weight.data = evaluate.rounded(part.weight.data)
        m.double()
    with torch.no_grad():
        i, s, b = (torch.tensor([x]) for x in (ids, shapes, leads))
        x = m.encode(i, s, b, torch.ones_like(i, dtype=torch.bool))[0]
        return torch.cat([m.attr(x), m.name(x), m.pos(x)], 1).numpy()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--weights", required=True)
    ap.add_argument("--model")
    ap.add_argument("text")
    a = ap.parse_args()
    header, w = load(a.weights)
    text = open(a.text, encoding="utf-8").read()
    vocabulary = {p: i for i, p in enumerate(w["vocabulary"].decode().rstrip("\n").split("\n"))}
    cut, ids, shapes, leads = Cutter(vocabulary), [CLS], [SPECIAL], [0]
    for s, e in words(text):
        for n, p in enumerate(cut.pieces(text[s:e])):
            ids.append(p)
            shapes.append(shape(text[s:e]))
            leads.append(0 if n else lead(text, s))
    ids, shapes, leads = ids + [SEP], shapes + [SPECIAL], leads + [0]
    out = {"text": text, "ids": ids, "shape": shapes, "lead": leads,
           "eight": np.round(read(header, w, ids, shapes, leads)[:, :33].astype(float), 5).tolist()}
    if a.model:
        out["float"] = np.round(trained(a.model, ids, shapes, leads).astype(float), 4).tolist()
        out["plain"] = np.round(trained(a.model, ids, shapes, leads, rounded=True), 6).tolist()
    print(json.dumps(out))


if __name__ == "__main__":
    main()
