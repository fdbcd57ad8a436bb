// Package encoder reads an article once with a small transformer (BERT's form, Devlin et al. 2019, from MiniLM's weights,
// Wang et al. 2020) and lays what its heads see over the Doc: part of speech, names, and who says what. The weights are
// embedded, 8 bits each; training/ has how they were made, MODELS.md from which data and with which scores.
//
// All matrix products are of integers, and what is not is plain arithmetic in a fixed order, so that every processor
// gives the same answer. There are three ways to it, and the best that the processor knows is taken: products of bytes by
// AVX-512 VNNI with everything else by AVX2, all by AVX2, and plain Go (see way). The kernels are generated, asm has how.
//
// The model is read-only and shared. A worker needs 4 MB for windows, made once and kept between articles; an article
// needs besides some hundred bytes a token, for its pieces and for the answer.
package encoder
