.PHONY: demo test lint bench scores lines occasions antecedents soak ci

demo: ## start a local Neo4j, load the sample articles, ask three questions
	go run ./cmd/graphload demo

test: ## all tests, a real Neo4j among them
	go test -timeout 60m ./...

lint: ## format, vet and staticcheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	go tool staticcheck ./...

bench: ## how fast articles are extracted and loaded, and how fast other ways load the same graph
	go test -run '^$$' -bench . -benchtime 1x -timeout 2h ./cmd/graphload
	go test -run '^$$' -bench . -benchmem ./internal/...
	go test -run TestLoadThousand -v ./cmd/graphload

scores: ## score extraction and the encoder, and keep the scores as the ones that must not fall
	go test -run TestHeads -v ./internal/nlp/encoder -update
	go test -run 'TestScores|TestAttributionScores' -v ./cmd/graphload -update

lines: ## train the classifier that tells a page's furniture from the article, and tell how well it does
	go test -run TestLineClassifier -timeout 30m -v ./internal/source -train

occasions: ## train the classifier that tells which sentences tell of a meeting; ANNOTATED=folders with texts and gold, with commas between them
	go test -run TestOccasionClassifier -timeout 30m -v ./internal/extract -train -annotated '$(ANNOTATED)'

antecedents: ## learn whom pronouns mean; PRONOUNS=JSON Lines of annotated texts besides GUM's, with commas between them
	go test -run TestAntecedents -timeout 30m -v ./internal/extract -train-antecedents -pronouns '$(PRONOUNS)'

ci: ## what has to hold before a change is taken
	.ci/run

soak: ## the tests of faults at random points, many times each, and a million articles in one run
	go test -run 'TestLoadKilled|TestServerFaults|TestNetworkFaults|TestOddValues|TestLoadsAtOnce' -count=1 -timeout 3h -v ./cmd/graphload -soak
	go test ./cmd/graphload -run '^$$' -bench 'Growth' -benchtime 1x -timeout 24h -v -growth-articles 1000000
