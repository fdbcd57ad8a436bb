"""Scores of the heads on the dev files (the test files with --test): exact spans, tags, attachment.

usage: evaluate.py --base FOLDER --corpora FOLDER --model FOLDER [--test] [--eight] [--out FILE]

--eight scores the arithmetic of the exported weights: what goes into a product, and into attention, is rounded to 8 bits as
reference.py and the Go program round it. --out adds the scores to a JSON file under "float" or "eight".
"""
import argparse
import json
import os

import torch
import torch.nn.functional as F

from corpora import NAMES, ROLES, attribution_windows, name_windows, read, treebank_windows
from pieces import CLS, SEP, SPECIAL, Cutter, load_vocabulary

AUTOCAST = True  # float32 halved to bfloat16, while training: some four times as fast


def spans(path):
    """The spans of a BIO path as (kind, from, to)."""
    out, begin = set(), None
    for i, y in enumerate([*path, 0]):
        if begin is not None and y != 2 * begin[0] + 2:
            out.add((begin[0], begin[1], i))
            begin = None
        if y % 2 == 1:
            begin = ((y - 1) // 2, i)
    return out


def rounded(x, dim=-1):
    """x with 255 steps along dim, from the largest value of each row."""
    step = x.abs().amax(dim, keepdim=True).clamp(min=1e-12) / 127
    return (x / step).round() * step


def round_products(model):
    """Makes the model compute as its exported weights do."""
    plain, attention = F.linear, F.scaled_dot_product_attention
    model.word.weight.data = rounded(model.word.weight.data)
    for m in model.modules():
        if isinstance(m, torch.nn.Linear):
            m.weight.data = rounded(m.weight.data)
    for m in (model.arc, model.rel, model.link):
        m.w.data[:, :-1] = rounded(m.w.data[:, :-1], 1)
    F.linear = lambda x, w, b=None: plain(rounded(x), w, b)
    F.scaled_dot_product_attention = lambda q, k, v, **o: attention(rounded(q), rounded(k), rounded(v, -2), **o)


def encode(model, w):
    ids = torch.tensor([[CLS, *w["ids"], SEP]])
    shape = torch.tensor([[SPECIAL, *w["shape"], SPECIAL]])
    lead = torch.tensor([[0, *w["lead"], 0]])
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=AUTOCAST):
        return model.encode(ids, shape, lead, torch.ones_like(ids, dtype=torch.bool))[0, 1:-1].float()


def chain_scores(model, crf, head, windows, key, kinds):
    counts = [[0, 0, 0] for _ in kinds]
    for w in windows:
        p, g = spans(crf.decode(head(encode(model, w)))), spans(w[key])
        for k, c in enumerate(counts):
            pk, gk = {s for s in p if s[0] == k}, {s for s in g if s[0] == k}
            c[0] += len(pk & gk)
            c[1] += len(pk)
            c[2] += len(gk)
    return {k: round(2 * c[0] / max(1, c[1] + c[2]), 4) for k, c in zip(kinds, counts)}


def tree_scores(model, windows, relations):
    plain = [r.split(":")[0] for r in relations]
    n = pos = uas = las = 0
    for w in windows:
        h = encode(model, w)[w["word"]]
        sent, head = torch.tensor(w["sent"]), torch.tensor(w["head"])
        s = model.arc(h[None])[0].masked_fill(sent[:, None] != sent[None], -1e4).argmax(1)
        rel = model.rel.pairs(h, h[s]).argmax(1)
        n += len(head)
        pos += int((model.pos(h).argmax(1) == torch.tensor(w["pos"])).sum())
        uas += int((s == head).sum())
        las += sum(int(a == b) and plain[r] == (plain[q] if q < len(plain) else "") for a, b, r, q in
                   zip(s.tolist(), head.tolist(), rel.tolist(), w["rel"]))
    return {"upos": round(pos / n, 4), "uas": round(uas / n, 4), "las": round(las / n, 4)}


def link_score(model, windows):
    n = right = 0
    for w in windows:
        if w["link"]:
            s = model.link(encode(model, w)[None])[0]
            for a, b in w["link"]:
                n += 1
                right += int(s[a].argmax()) == b
    return round(right / max(1, n), 4)


@torch.no_grad()
def evaluate(model, cut, folder, relations, part="dev"):
    """Prints the scores, a line a file, and returns them by file and label."""
    model.eval()
    known = {r: i for i, r in enumerate(relations)}
    scores = {}

    def tell(name, values):
        scores[name] = values
        print(name, values, flush=True)

    if part == "dev":
        w = [x for line in read(f"{folder}/polnear-dev.jsonl.gz").splitlines()
             for x in attribution_windows(cut, json.loads(line))]
        tell("polnear-dev", chain_scores(model, model.attr_crf, model.attr, w, "attr", ROLES)
             | {"links": link_score(model, w)})
    for name in ("worldwide", "uner-ewt", "gum", *(["uner-pud"] if part == "test" else [])):
        w = list(name_windows(cut, f"{folder}/ner-{name}-{part}.iob2.gz"))
        tell(f"{name}-{part}", chain_scores(model, model.name_crf, model.name, w, "name", NAMES))
    for name in ("ewt", "gum"):
        w = list(treebank_windows(cut, f"{folder}/ud-{name}-{part}.conllu.gz", known))
        tell(f"ud-{name}-{part}", tree_scores(model, w, relations))
    return scores


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--base", required=True)
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--model", required=True)
    ap.add_argument("--test", action="store_true")
    ap.add_argument("--eight", action="store_true")
    ap.add_argument("--out")
    a = ap.parse_args()
    from model import Reader
    global AUTOCAST
    AUTOCAST = False
    about = json.load(open(f"{a.model}/model.json"))
    model = Reader(about["layers"], len(about["relations"]))
    model.load_state_dict(torch.load(f"{a.model}/model.pt"))
    if a.eight:
        round_products(model)
    scores = evaluate(model, Cutter(load_vocabulary(f"{a.base}/vocab.txt")), a.corpora, about["relations"],
                      "test" if a.test else "dev")
    if a.out:
        told = json.load(open(a.out)) if os.path.exists(a.out) else {}
        told["eight" if a.eight else "float"] = scores
        json.dump(told, open(a.out, "w"), indent=1, sort_keys=True)


if __name__ == "__main__":
    main()
