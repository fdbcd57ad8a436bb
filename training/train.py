"""Trains the reader; see README.md. Stopped and started again, it goes on from its last checkpoint.

usage: train.py --base FOLDER --corpora FOLDER --out FOLDER [--layers 6] [--epochs 2] [--steps N] [--init FILE]
"""
import argparse
import json
import os
import random
import time

import torch
import torch.nn.functional as F

from corpora import NON_COMMERCIAL, attribution_windows, name_windows, read, treebank_windows
from evaluate import evaluate
from model import Reader
from pieces import CLS, SEP, SPECIAL, Cutter, load_vocabulary

CHECKPOINT = 200  # steps
TREEBANK = 2  # times that an epoch has the treebanks: they are the smallest corpora, and trees the slowest to learn


def commercial(doc):
    return not doc.startswith(NON_COMMERCIAL)


def training_windows(cut, folder, relations, epoch):
    """One epoch of windows of all corpora; borders of PolNeAR's windows move with the epoch."""
    rng = random.Random(epoch)
    out = []
    for line in read(f"{folder}/polnear-train.jsonl.gz").splitlines():
        out += attribution_windows(cut, json.loads(line), rng.randrange(200) if epoch else 0)
    for name in ("worldwide-train", "gum-train", "crossner-politics-train", "crossner-politics-dev", "wikigold"):
        out += name_windows(cut, f"{folder}/ner-{name}.iob2.gz", rng)
    for name in ("ewt", "gum"):
        w = list(treebank_windows(cut, f"{folder}/ud-{name}-train.conllu.gz", relations, commercial))
        out += TREEBANK * w
    rng.shuffle(out)
    return out


def batches(windows, size, rng):
    """Windows of like length together, about `size` pieces a batch, in random order."""
    pool = sorted(windows, key=lambda w: (len(w["ids"]) // 16, rng.random()))
    out, batch = [], []
    for w in pool:
        if batch and (len(batch) + 1) * (len(w["ids"]) + 2) > size:
            out.append(batch)
            batch = []
        batch.append(w)
    out.append(batch)
    rng.shuffle(out)
    return out


def tensors(batch):
    n = max(len(w["ids"]) for w in batch) + 2
    ids = torch.zeros(len(batch), n, dtype=torch.long)
    shape = torch.full((len(batch), n), SPECIAL)
    lead = torch.zeros(len(batch), n, dtype=torch.long)
    mask = torch.zeros(len(batch), n, dtype=torch.bool)
    for i, w in enumerate(batch):
        m = len(w["ids"])
        ids[i, : m + 2] = torch.tensor([CLS, *w["ids"], SEP])
        shape[i, 1 : m + 1] = torch.tensor(w["shape"])
        lead[i, 1 : m + 1] = torch.tensor(w["lead"])
        mask[i, : m + 2] = True
    return ids, shape, lead, mask


def chain_loss(crf, head, x, batch, key):
    rows = [i for i, w in enumerate(batch) if key in w]
    if not rows:
        return 0
    n = max(len(batch[i]["ids"]) for i in rows)
    y = torch.full((len(rows), n), -1)
    for r, i in enumerate(rows):
        y[r, : len(batch[i][key])] = torch.tensor(batch[i][key])
    return crf.loss(head(x[rows, 1 : n + 1]).float(), y, (y >= 0).float()) * len(rows) / len(batch)


def loss_of(model, batch):
    ids, shape, lead, mask = tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = model.encode(ids, shape, lead, mask)
    x = x.float()
    d = model.drop(x)
    total = chain_loss(model.attr_crf, model.attr, d, batch, "attr")
    total = total + chain_loss(model.name_crf, model.name, d, batch, "name")
    share = 1 / len(batch)
    for i, w in enumerate(batch):
        if w.get("link"):
            s = model.link(x[i : i + 1, 1 : len(w["ids"]) + 1])[0]
            a, b = zip(*w["link"])
            total = total + 0.3 * share * F.cross_entropy(s[list(a)], torch.tensor(b))
        if "word" in w:
            h = x[i, 1:][w["word"]]
            sent, head = torch.tensor(w["sent"]), torch.tensor(w["head"])
            s = model.arc(h[None])[0].masked_fill(sent[:, None] != sent[None], -1e4)
            p = model.pos(model.drop(h))
            r = model.rel.pairs(h, h[head])
            total = total + share * (0.5 * F.cross_entropy(p, torch.tensor(w["pos"]))
                                     + 0.5 * F.cross_entropy(s, head)
                                     + 0.5 * F.cross_entropy(r, torch.tensor(w["rel"])))
    return total


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--base", required=True)
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--layers", type=int, default=6)
    ap.add_argument("--epochs", type=int, default=2)
    ap.add_argument("--first", type=int, default=0, help="number of the first epoch: another one, another order")
    ap.add_argument("--steps", type=int, help="end after so many steps, to compare short runs")
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument("--pieces", type=int, default=4096, help="pieces a batch")
    ap.add_argument("--init", help="a model.pt to start from in place of the base weights")
    a = ap.parse_args()
    torch.manual_seed(1)
    os.makedirs(a.out, exist_ok=True)
    cut = Cutter(load_vocabulary(f"{a.base}/vocab.txt"))
    relations = {}
    epochs = []
    for e in range(a.first, a.first + a.epochs):
        epochs += batches(training_windows(cut, a.corpora, relations, e), a.pieces, random.Random(100 + e))
    json.dump({"layers": a.layers, "relations": list(relations)}, open(f"{a.out}/model.json", "w"))
    model = Reader(a.layers, len(relations))
    if a.init:
        model.load_state_dict(torch.load(a.init))
    else:
        model.load_base(f"{a.base}/model.safetensors")
    groups = {True: [], False: []}
    for name, p in model.named_parameters():
        groups[name.startswith(("layers", "word", "position", "norm"))].append(p)
    opt = torch.optim.AdamW([{"params": groups[True], "lr": a.rate}, {"params": groups[False], "lr": 1.5e-3}],
                            weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
    steps = min(len(epochs), a.steps or len(epochs))
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(1, (s + 1) / 80) * max(0.01, 1 - s / steps))
    step, resume = 0, f"{a.out}/checkpoint.pt"
    if os.path.exists(resume):
        c = torch.load(resume)
        model.load_state_dict(c["model"])
        opt.load_state_dict(c["opt"])
        sched.load_state_dict(c["sched"])
        step = c["step"]
    pieces = sum(len(w["ids"]) for b in epochs for w in b)
    print(f"{steps} steps, {pieces} pieces, from step {step}", flush=True)
    begun, seen, mean = time.time(), 0, 0.0
    model.train()
    while step < steps:
        loss = loss_of(model, epochs[step])
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        sched.step()
        seen += sum(len(w["ids"]) for w in epochs[step])
        step += 1
        mean = 0.95 * mean + 0.05 * loss.item()
        if step % 20 == 0:
            print(f"step {step}/{steps} loss {mean:.3f} {seen / (time.time() - begun):.0f} pieces/s", flush=True)
        if step % CHECKPOINT == 0 or step == steps:
            torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(),
                        "step": step}, resume + ".new")
            os.replace(resume + ".new", resume)
    torch.save(model.state_dict(), f"{a.out}/model.pt")
    evaluate(model, cut, a.corpora, list(relations))


if __name__ == "__main__":
    main()
