// Package country knows the countries and territories of ISO 3166-1 and Kosovo (XK): their names, the words for their
// people, their capitals and seats of power, well-known towns, and who held their highest offices when. It finds these
// in English text and tells them from what only looks like them: a state, a person, a river, a newspaper, a dish.
//
// Every answer comes from tables within the package (see DATA.md for their sources) and depends on the arguments alone.
// All functions are safe for concurrent use.
package country

// Kind says in which way a text names a country.
type Kind int

const (
	// Name is the country's own name, official name or abbreviation: Germany, the DRC, U.S.
	Name Kind = iota
	// Demonym is an adjective or a noun for its people: Russian, Dutchman.
	Demonym
	// Capital is a city from which the country is governed. Whether it stands for the government is told by Metonym.
	Capital
	// Seat is a building, a street or an institution that stands for the government: the Kremlin, Downing Street.
	Seat
	// Town is any other town, or a state of the USA or a province of Canada. Only FindCities returns it.
	Town
)

// String returns the kind's name in lower case.
func (k Kind) String() string {
	switch k {
	case Name:
		return "name"
	case Demonym:
		return "demonym"
	case Capital:
		return "capital"
	case Seat:
		return "seat"
	case Town:
		return "town"
	}
	return "unknown"
}

// Match is one mention: text[Start:End] names the country Code (ISO 3166-1 alpha-2, or XK). Offsets are bytes and lie
// between code points.
type Match struct {
	Start, End int
	Code       string
	Kind       Kind
}

// Country is a row of the table. Its slices must not be changed.
type Country struct {
	Code     string // ISO 3166-1 alpha-2
	Code3    string // ISO 3166-1 alpha-3
	Name     string // common English name
	Official string // official English name
	Names    []string
	Demonyms []string
	Capitals []string // the capital and other cities that stand for the government, best known spelling first
	Seats    []string
}

// ByCode returns the country with an ISO 3166-1 alpha-2 code in capitals.
func ByCode(code string) (Country, bool) {
	c, ok := table().byCode[code]
	return c, ok
}

// All returns the countries in the order of their codes.
func All() []Country {
	t := table()
	list := make([]Country, 0, len(t.codes))
	for _, code := range t.codes {
		list = append(list, t.byCode[code])
	}
	return list
}
