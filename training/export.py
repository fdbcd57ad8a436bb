"""Writes the trained model with 8-bit weights in the form that internal/nlp/encoder reads (see its file.go).

usage: export.py --base FOLDER --model FOLDER --out weights.bin
"""
import argparse
import hashlib
import json
import struct

import torch


def rows8(w):
    """Each row of w as signed bytes with a scale of its own."""
    scale = w.abs().amax(1).clamp(min=1e-12) / 127
    q = (w / scale[:, None]).round().clamp(-127, 127).to(torch.int8)
    return scale.float().numpy().tobytes() + q.numpy().tobytes()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--base", required=True)
    ap.add_argument("--model", required=True)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    about = json.load(open(f"{a.model}/model.json"))
    m = torch.load(f"{a.model}/model.pt")
    tensors, body = [], []

    def put(name, kind, shape, data):
        tensors.append({"name": name, "type": kind, "shape": list(shape)})
        body.append(data)

    def floats(name, w):
        put(name, "float32", w.shape, w.float().contiguous().numpy().tobytes())

    def linear(name, w, b):
        put(name + ".weight", "int8", w.shape, rows8(w))
        floats(name + ".bias", b)

    vocabulary = open(f"{a.base}/vocab.txt", "rb").read()
    put("vocabulary", "bytes", [len(vocabulary)], vocabulary)
    put("word", "int8", m["word.weight"].shape, rows8(m["word.weight"]))
    for name in ("position", "shape", "lead"):
        floats(name, m[name + ".weight"])
    for name in ["norm"] + [f"layers.{i}.norm{k}" for i in range(about["layers"]) for k in (1, 2)]:
        floats(name + ".weight", m[name + ".weight"])
        floats(name + ".bias", m[name + ".bias"])
    for i in range(about["layers"]):
        for part in ("qkv", "out", "up", "down"):
            n = f"layers.{i}.{part}"
            linear(n, m[n + ".weight"], m[n + ".bias"])
    tops = ["attr", "name", "pos", "arc.dep", "arc.head", "rel.dep", "rel.head", "link.dep", "link.head"]
    linear("tops", *(torch.cat([m[f"{t}.{part}"] for t in tops]) for part in ("weight", "bias")))
    floats("attr_crf", m["attr_crf.move"])
    floats("name_crf", m["name_crf.move"])
    for name in ("arc", "rel", "link"):
        # A biaffine score is (d·W + b)·h: the first product is a layer like the others, of labels × width columns.
        w = m[name + ".w"]
        linear(name, w[:, :-1].transpose(1, 2).reshape(-1, w.shape[1] - 1), w[:, -1].reshape(-1))
    header = json.dumps({"layers": about["layers"], "relations": about["relations"], "tensors": tensors}).encode()
    data = b"GLREADER" + struct.pack("<II", 1, len(header)) + header + b"".join(body)
    with open(a.out, "wb") as f:
        f.write(data + hashlib.sha256(data).digest())


if __name__ == "__main__":
    main()
