"""The encoder (BERT's form: Devlin et al. 2019; weights: MiniLM, Wang et al. 2020) and its heads."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from corpora import NAMES, ROLES, UPOS

WIDTH, HEADS, INNER = 384, 12, 1536
ARC, REL, LINK = 128, 64, 96  # widths of the biaffine heads (Dozat and Manning 2017)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Crf(nn.Module):
    """A linear chain over BIO labels (Lafferty et al. 2001). What BIO forbids has a score of -1e4."""

    def __init__(self, kinds):
        super().__init__()
        self.n = 2 * kinds + 1
        self.move = nn.Parameter(torch.zeros(self.n, self.n))
        forbid = torch.zeros(self.n, self.n)
        for to in range(2, self.n, 2):
            for frm in range(self.n):
                if frm not in (to, to - 1):
                    forbid[frm, to] = -1e4
        self.register_buffer("forbid", forbid)
        start = torch.zeros(self.n)
        start[2::2] = -1e4
        self.register_buffer("start", start)

    def loss(self, x, y, mask):
        """x (batch, pieces, labels), y (batch, pieces), mask (batch, pieces): mean over the batch's pieces."""
        t = self.move + self.forbid
        y0 = y.clamp(min=0)
        gold = x.gather(2, y0[..., None])[..., 0]
        step = t[y0[:, :-1], y0[:, 1:]]
        # A window may begin inside of a span, and a padded row ends early: neither is a breach of BIO.
        gold = (gold * mask).sum(1) + (step * mask[:, 1:]).sum(1)
        a = x[:, 0]
        for i in range(1, x.shape[1]):
            n = torch.logsumexp(a[:, :, None] + t, 1) + x[:, i]
            a = torch.where(mask[:, i, None] > 0, n, a)
        return (torch.logsumexp(a, 1) - gold).sum() / mask.sum()

    def decode(self, x):
        """x (pieces, labels): the best path."""
        t = (self.move + self.forbid)
        a, back = x[0] + self.start, []
        for i in range(1, len(x)):
            s, k = (a[:, None] + t).max(0)
            back.append(k)
            a = s + x[i]
        path = [int(a.argmax())]
        for k in reversed(back):
            path.append(int(k[path[-1]]))
        return path[::-1]


class Biaffine(nn.Module):
    """Scores of labels for pairs: (n, d) x (n, d) to (n, n, labels), or (n, n) where there is one label."""

    def __init__(self, width, labels=1):
        super().__init__()
        self.dep, self.head = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.w = nn.Parameter(torch.zeros(labels, width + 1, width))
        nn.init.normal_(self.w, std=0.02)
        self.drop = nn.Dropout(0.2)

    def ends(self, x):
        return self.drop(F.relu(self.dep(x))), self.drop(F.relu(self.head(x)))

    def forward(self, x):
        """x (batch, n, WIDTH): (batch, n dependents, n heads)."""
        d, h = self.ends(x)
        return (d @ self.w[0, :-1] + self.w[0, -1]) @ h.transpose(1, 2)

    def pairs(self, xd, xh):
        """xd, xh (n, WIDTH): (n, labels)."""
        d, _ = self.ends(xd)
        _, h = self.ends(xh)
        d = torch.cat([d, torch.ones_like(d[:, :1])], 1)
        return torch.einsum("ni,rij,nj->nr", d, self.w, h)


class Reader(nn.Module):
    def __init__(self, layers, relations, vocabulary=30522, positions=512):
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(positions, WIDTH)
        self.shape = nn.Embedding(7, WIDTH)
        self.lead = nn.Embedding(3, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.attr = nn.Linear(WIDTH, 2 * len(ROLES) + 1)
        self.name = nn.Linear(WIDTH, 2 * len(NAMES) + 1)
        self.pos = nn.Linear(WIDTH, len(UPOS))
        self.attr_crf, self.name_crf = Crf(len(ROLES)), Crf(len(NAMES))
        self.arc, self.rel, self.link = Biaffine(ARC), Biaffine(REL, relations), Biaffine(LINK)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.lead.weight)

    def encode(self, ids, shape, lead, mask):
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(shape) + self.lead(lead)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_base(self, path):
        """Takes MiniLM's weights; where this model is shallower, its layers are spread over the base's."""
        from safetensors.torch import load_file
        s = load_file(path)
        s = {k.removeprefix("bert."): v for k, v in s.items()}
        e = "embeddings."
        self.word.weight.data.copy_(s[e + "word_embeddings.weight"])
        self.position.weight.data.copy_(s[e + "position_embeddings.weight"] + s[e + "token_type_embeddings.weight"][0])
        copy(self.norm, s, e + "LayerNorm")
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{(i + 1) * 6 // len(self.layers) - 1}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).data.copy_(
                    torch.cat([s[p + f"attention.self.{n}.{part}"] for n in ("query", "key", "value")]))
            copy(layer.out, s, p + "attention.output.dense")
            copy(layer.norm1, s, p + "attention.output.LayerNorm")
            copy(layer.up, s, p + "intermediate.dense")
            copy(layer.down, s, p + "output.dense")
            copy(layer.norm2, s, p + "output.LayerNorm")


def copy(module, state, name):
    module.weight.data.copy_(state[name + ".weight"])
    module.bias.data.copy_(state[name + ".bias"])
