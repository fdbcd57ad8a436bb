package country

import (
	"fmt"
	"strings"
	"testing"
)

// show writes matches as "FORM=CODE" so that a table can hold them.
func show(text string, matches []Match) string {
	var list []string
	for _, m := range matches {
		list = append(list, fmt.Sprintf("%s=%s", text[m.Start:m.End], m.Code))
	}
	return strings.Join(list, ", ")
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// forms and boundaries
		{"The United States and the U.S. and the US and the USA.", "United States=US, U.S.=US, US=US, USA=US"},
		{"a U.S.-led force, US-Russia ties, non-Russian gas", "U.S.=US, US=US, Russia=RU, Russian=RU"},
		{"Russia's army, Russia’s army, Ukraine‘s army", "Russia=RU, Russia=RU, Ukraine=UA"},
		{"the U.S.foreign policy, U.S.and Russia, theU.S. envoy", "U.S.=US, U.S.=US, Russia=RU, U.S.=US"},
		{"U.K. and UK and Great Britain and England and Northern Ireland",
			"U.K.=GB, UK=GB, Great Britain=GB, England=GB, Northern Ireland=GB"},
		{"Ireland and the Irish", "Ireland=IE, Irish=IE"},
		{"the UAE, the U.A.E., an Emirati envoy", "UAE=AE, U.A.E.=AE, Emirati=AE"},
		{"DRC, ROK, DPRK and PRC", "DRC=CD, ROK=KR, DPRK=KP, PRC=CN"},
		{"Türkiye, Czechia, the Ivory Coast, Côte d’Ivoire, Burma, Holland",
			"Türkiye=TR, Czechia=CZ, Ivory Coast=CI, Côte d’Ivoire=CI, Burma=MM, Holland=NL"},
		{"Gaza, the West Bank and two Palestinians", "Gaza=PS, West Bank=PS, Palestinians=PS"},
		{"two Britons, a Frenchman, the Dutch, three Americans", "Britons=GB, Frenchman=FR, Dutch=NL, Americans=US"},
		{"Kosovo's president", "Kosovo=XK"},
		{"South\nKorea won.\n\nSouth\n\nSudan", "South\nKorea=KR, Sudan=SD"},
		{"Russiagate, Ukrainegate, Iranian0, _Iran_", ""},
		// case
		{"ukraine and russia want peace with france", "ukraine=UA, russia=RU, france=FR"},
		{"turkey, china plates, jordan, chad, guinea, georgia, us, polish, mali, oman", ""},
		{"like turkey or Switzerland", "turkey=TR, Switzerland=CH"},
		{"between turkey and Syria", "turkey=TR, Syria=SY"},
		{"turkey and Swiss cheese", ""},
		{"TURKEY AND IRAN SIGN DEAL WITH CHINA", "TURKEY=TR, IRAN=IR, CHINA=CN"},
		{"US AND RUSSIA MEET", "US=US, RUSSIA=RU"},
		// currencies and languages
		{"US$45 million and US $3, but a US dollar and a US-Russia fund", "US=US, US=US, Russia=RU"},
		{"translated into French, Turkish and Korean", ""},
		{"spoke in Russian, Ukrainian officials said; English medium schools", "Ukrainian=UA"},
		{"WHAT THE FILES TELL US ABOUT POWER", ""},
		{"CONTACT US", ""},
		{"south Korea and Saudi arabia", "south Korea=KR, Saudi arabia=SA"},
		// seats and capitals
		{"The Kremlin and the White House, Downing Street and the Élysée Palace",
			"Kremlin=RU, White House=US, Downing Street=GB, Élysée Palace=FR"},
		{"the Pentagon, the State Department, the Foreign Office, the Knesset, the Bundestag, Zhongnanhai",
			"Pentagon=US, State Department=US, Foreign Office=GB, Knesset=IL, Bundestag=DE, Zhongnanhai=CN"},
		{"the Quai d’Orsay and Foggy Bottom; a white house", "Quai d’Orsay=FR, Foggy Bottom=US"},
		{"Kyiv, Kiev and Washington, D.C.", "Kyiv=UA, Kiev=UA, Washington, D.C.=US"},
		{"the German Foreign Office, Canada's House of Commons, the British Foreign Office",
			"German Foreign Office=DE, Canada=CA, British=GB, Foreign Office=GB"},
		{"the Japanese Justice Department", "Japanese=JP"},
		{"the Philippines and the Gambia", "Philippines=PH, Gambia=GM"},
		// Georgia
		{"Georgia wants to join. Tbilisi is its capital.", "Georgia=GE, Tbilisi=GE"},
		{"Ukraine, Georgia and Moldova", "Ukraine=UA, Georgia=GE, Moldova=MD"},
		{"He spoke in Atlanta, Georgia, on Monday.", ""},
		{"Georgia senator Ann Field and Georgia Gov. Joe Field", ""},
		{"Voters in Georgia, Pennsylvania and Arizona", ""},
		{"the Republic of Georgia", "Republic of Georgia=GE"},
		{"South Georgia", ""},
		{"a Democrat from Georgia", ""},
		{"the invasions of Georgia and Ukraine; a crowd in Ohio", "Georgia=GE, Ukraine=UA"},
		{"in Burke County, Georgia", ""},
		// Jordan and other names of persons
		{"Jordan and Egypt", "Jordan=JO, Egypt=EG"},
		{"Michael Jordan met Jim Jordan. Jordan said no.", ""},
		{"Jim Jordan flew to Amman in Jordan. Jordan said no.", "Amman=JO, Jordan=JO"},
		{"Jordan Smith and Jordan B. Field", ""},
		{"the Jordan River and the Jordan Valley", ""},
		{"Chad Wolf lives in Chad", "Chad=TD"},
		{"said Chad Fieldstein. Jordan Calls for Calm", "Jordan=JO"},
		{"Denzel Washington and George Washington", ""},
		{"Kerry Washington came. Washington waved. Moscow and Washington agreed.", "Moscow=RU, Washington=US"},
		{"Booker T. Washington taught.", ""},
		{"Foreign Minister Israel Katz of Israel", "Israel=IL"},
		{"Israel Police and Israel Defense Forces", "Israel=IL, Israel Defense Forces=IL"},
		{"Paris Hilton, Jack London, Irving Berlin, Mark Cuban", ""},
		{"Sydney Smith and Cyprus", "Cyprus=CY"},
		{"the U.S. Israel backs", "U.S.=US, Israel=IL"},
		{"Will Israel attack Iran?", "Israel=IL, Iran=IR"},
		// publishers
		{"The Moscow Times, the Jerusalem Post, the Times of Israel, The Washington Post, China Daily", ""},
		{"Voice of America told the New York Times", ""},
		{"Washington state, the University of Washington", ""},
		// longer names
		{"New Mexico, New England and British Columbia", ""},
		{"Niger and Nigeria, a Nigerien and a Nigerian", "Niger=NE, Nigeria=NG, Nigerien=NE, Nigerian=NG"},
		{"Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea",
			"Guinea=GN, Guinea-Bissau=GW, Equatorial Guinea=GQ, Papua New Guinea=PG"},
		{"Sudan and South Sudan", "Sudan=SD, South Sudan=SS"},
		{"American Samoa and Samoa", "American Samoa=AS, Samoa=WS"},
		{"Congo said. Congolese troops", "Congo=CD, Congolese=CD"},
		{"The Republic of Congo said. Brazzaville's Congolese troops", "Republic of Congo=CG, Brazzaville=CG, Congolese=CG"},
		{"DR Congo and the Democratic Republic of the Congo", "DR Congo=CD, Democratic Republic of the Congo=CD"},
		{"North Korea, South Korea, N. Korea and S. Korea; Korea", "North Korea=KP, South Korea=KR, N. Korea=KP, S. Korea=KR"},
		{"Seoul said the Korean army", "Seoul=KR, Korean=KR"},
		{"the Korean Peninsula, the Korean War, a Korean", ""},
		{"the Republic of China, the People's Republic of China, Taiwan, Hong Kong, Macau",
			"Republic of China=TW, People's Republic of China=CN, Taiwan=TW, Hong Kong=HK, Macau=MO"},
		// what is no country
		{"Latin American, South American, Central-American, North American, African-American, Native American", ""},
		{"an American in Latin America", "American=US"},
		{"Indian Ocean, South China Sea, Sea of Japan, Gulf of Mexico, Persian Gulf", ""},
		{"a German Shepherd ate French fries, Swiss cheese and a Turkey sandwich", ""},
		{"Russian roulette, Spanish flu, Dutch auction, a Brazil nut", ""},
		{"He spoke in English. She speaks French and laughed.", ""},
		{"in Russian territory, in English law", "Russian=RU, English=GB"},
		{"a Russian-speaking town", ""},
		{"Lebanon, Pennsylvania; Cuba, Missouri; Paris, Texas; Moscow, Idaho; Lebanon, Pa.; Athens, GA", ""},
		{"They moved to Mali, Illinois, last year.", ""},
		{"Mali and its neighbours met in Bamako.", "Mali=ML, Bamako=ML"},
		{"Lebanon, Pakistan and Cuba", "Lebanon=LB, Pakistan=PK, Cuba=CU"},
		{"see https://example.com/russia-ukraine or www.iran.example or @Ukraine", ""},
		{"Sao Paulo's Brazil nut", ""},
		{"", ""},
	} {
		if got := show(test.text, Find(test.text)); got != test.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
