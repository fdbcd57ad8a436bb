package source

import (
	"slices"
	"strings"
)

// What pages print around articles, by what it is. Phrases are in small letters, with straight apostrophes and without
// the marks at the ends of a line: see phraseKey.

// The reasons for a mark.
const (
	whyAdvertisement = "advertisement"
	whyAppeal        = "appeal" // for money or membership
	whyAuthor        = "author" // the writer, or who helped
	whyComments      = "comments"
	whyCookies       = "cookies"
	whyCopyright     = "copyright"
	whyCounter       = "counter" // of words, views, shares, minutes
	whyCredit        = "credit"  // of a picture
	whyDropped       = "repeated string"
	whyMenu          = "menu"
	whyNewsletter    = "newsletter"
	whyNotice        = "notice" // of the publisher about the page or the text
	whyPage          = "page"   // by layout and words together, as the classifier finds
	whyPlayer        = "player"
	whyPublisher     = "publisher"
	whyRelated       = "related"
	whyShare         = "share"
	whyTags          = "tags"

	whyByline      = "byline"
	whyDate        = "date"
	whyFrontMatter = "front matter"
	whyPlaceLine   = "place line"
	whySection     = "section"
	whyTitle       = "title"
)

// pageLines are boilerplate wherever they stand alone in a line.
var pageLines = byPhrase(map[string][]string{
	whyAdvertisement: {"advertisement", "advertisements", "advertisement - continue reading below", "skip advertisement",
		"advertisement scroll to continue", "article continues after this advertisement", "ad feedback",
		"video ad feedback",
		"story continues below advertisement", "story continues below", "article continues below", "sponsored",
		"sponsored content", "paid content", "sponsor message", "remove ads", "advertise with us", "ads by google",
		"scroll to continue", "report this ad", "paid for and presented by", "from our partners", "promoted content"},
	whyMenu: {"skip to content", "skip to the content", "skip to article", "jump to content", "jump directly to the content", "skip to main content", "skip navigation", "toggle navigation", "main menu", "log in", "login", "sign in",
		"my account", "back to top", "home page", "homepage", "my saved articles", "accessibility links",
		"open navigation menu", "close menu", "open menu", "site map", "sitemap", "contact us", "about us", "e-paper",
		"epaper",
		"keyboard shortcuts for audio player", "terms of use", "terms of service", "terms and conditions",
		"terms & conditions",
		"privacy policy", "privacy notice", "cookie policy", "cookies policy", "footer", "explore more", "need help",
		"site index",
		"site information navigation", "your privacy rights", "do not sell my personal information", "accessibility help",
		"editorial policies", "editorial guidelines", "corrections policy", "today's paper", "todays paper",
		"order reprints",
		"order reprints | today's paper | subscribe", "search this site", "live news", "on social media",
		"previous page", "next page", "load more posts", "help center", "media kit", "work with us", "site feedback"},
	whyRelated: {"related", "related articles", "related article", "related stories", "related story", "related news",
		"related posts", "related content", "related coverage", "related reading", "more on this story", "more on this",
		"more from this section", "you may also like", "you might also like", "you may like",
		"you might also be interested in", "you may also be interested in",
		"recommended", "recommended for you", "recommended stories", "recommended reading", "read next", "up next",
		"what to read next",
		"most read", "most popular", "most viewed", "most shared", "most commented", "must read", "must reads",
		"trending", "trending now", "trending stories", "trending news", "top stories", "latest news", "latest stories",
		"frequently asked questions", "latest headlines", "latest articles", "latest posts", "recent posts",
		"recent articles", "our latest news", "more news",
		"more stories", "more to read", "more headlines", "more from the author", "more by this author", "editor's picks",
		"editors' picks", "editors picks", "editor's pick", "don't miss", "reader favorites", "in the headlines",
		"also see", "also read",
		"read also", "see also", "see more on", "read more", "read more here", "read the full story", "read full article",
		"read full story", "keep reading", "continue reading", "show more", "show less", "see less", "see more",
		"see all", "view all",
		"load more", "learn more", "click here", "previous article", "next article", "previous post", "next post",
		"previous story", "next story", "newer post", "older post", "end of list", "see all topics", "popular stories",
		"popular posts",
		"in case you missed it", "more like this", "more in this section", "other stories", "other news",
		"also in this section",
		"explore more stories", "story continues", "in other news", "around the web", "from around the web",
		"more coverage",
		"around the network", "further reading", "read & listen"},
	whyTags: {"related topics", "related countries", "related people", "related tags", "suggested topics",
		"see more topics",
		"topics in this article", "in this article", "companies mentioned", "more on this topic", "reading this topic"},
	whyShare: {"follow us", "follow us on", "follow us on social", "follow us on social media", "connect with us",
		"share this",
		"share this article", "share this story", "share this post", "share on facebook", "share on twitter", "share on x",
		"share on linkedin", "share on whatsapp", "share on telegram", "share on reddit", "share on pinterest", "share via",
		"share via email", "share by email", "share article", "share full article", "share link", "share this page",
		"copy link",
		"link copied", "copy link to article", "copy url", "print this article", "print article", "email this article",
		"spread the love", "like this", "like loading", "save this story", "save article", "save this article",
		"save story",
		"save for later", "add to favorites", "bookmark", "bookmark this article", "send email", "gift this article",
		"gift article", "give this article", "flipboard", "share on social media", "sharethis",
		"download our app", "get the app", "facebook tweet email link", "shares", "resize text", "a+ a", "a- a+",
		"text size", "font size", "change text size", "listen & follow"},
	whyPlayer: {"image", "loading", "listen to this article", "listen to article", "play video", "watch now", "now playing",
		"toggle more options", "toggle caption", "hide caption", "enlarge this image", "enlarge image",
		"view image in fullscreen",
		"open image in gallery", "view gallery", "image caption", "image source", "loading twitter content",
		"loading video", "00:00", "video player is loading", "close dialog",
		"ai generated text-to-speech", "ai generated text to speech", "ai-generated voice", "click to enlarge",
		"photo gallery",
		"download pdf", "cite this page", "read aloud", "copy embed code", "view full screen", "fullscreen"},
	whyNewsletter: {"sign me up", "subscribe", "subscribe now", "subscribe today", "newsletter", "newsletters",
		"weekly newsletter", "daily newsletter", "stay informed", "stay connected", "stay up to date", "stay in touch",
		"sign up for our newsletter", "subscribe to our newsletter", "newsletter email address", "email address",
		"your email",
		"your email address", "enter your email", "no, thanks", "thanks for signing up", "thank you for subscribing",
		"check your inbox", "manage newsletters", "read our privacy policy", "see all newsletters", "get updates"},
	whyComments: {"leave a reply", "leave a comment", "leave comment", "leave a reply cancel reply", "post a comment",
		"add a comment", "add comment", "post comment", "write a comment", "submit comment", "join the conversation",
		"join the discussion",
		"view comments", "view all comments", "show comments", "hide comments", "comments are closed",
		"comment on this article",
		"comment on this story", "cancel reply", "be the first to comment", "no comments yet", "log in to comment",
		"sign in to comment",
		"login to comment", "readers comments", "reader comments", "readers' comments", "commenting policy",
		"have your say"},
	whyAppeal: {"donate now", "become a member", "become a patron", "support us", "support our work", "make a donation",
		"remind me later", "remind me next month", "give now", "join now", "support our journalism", "become a supporter"},
	whyCookies: {"cookie settings", "accept all cookies", "accept cookies", "accept all", "reject all", "i accept",
		"i agree", "we value your privacy", "your privacy, your choice", "manage my choices", "manage cookies",
		"manage preferences",
		"cookie preferences", "show purposes", "list of partners (vendors)", "privacy settings", "consent preferences",
		"allow all"},
	whyCopyright: {"all rights reserved"},
	whyCredit: {"getty images", "licensing rights", "purchase licensing rights", "purchase licensing rights, opens new tab",
		"file photo", "stock photo", "courtesy photo"},
	whyNotice: {"disclaimer", "this story has been updated", "this is a developing story", "story highlights",
		"opens new tab",
		"this article was amended", "about this content", "see your latest updates", "get alerts", "our standards"},
	whyAuthor: {"about the author", "about the authors", "about the writer", "view all posts", "more from this author",
		"story by", "all posts by this author"},
})

// shareLines are boilerplate where two or more of them, or of pageLines, stand together.
var shareLines = byPhrase(map[string][]string{
	whyShare: {"share", "tweet", "print", "email", "e-mail", "save", "pin", "post", "facebook", "twitter", "x",
		"whatsapp", "linkedin",
		"telegram", "reddit", "instagram", "youtube", "messenger", "pinterest", "tiktok", "bluesky", "threads",
		"mastodon", "viber", "rss",
		"apple podcasts", "spotify", "send", "follow", "unfollow", "shared", "copied", "aa", "views", "reply", "link",
		"connect"},
	whyMenu: {"home", "menu", "search", "news", "world", "politics", "business", "sport", "sports", "opinion", "culture",
		"video", "videos", "audio", "live", "local", "national", "international", "economy", "analysis", "arts",
		"travel", "weather", "lifestyle",
		"technology", "science", "health", "entertainment", "obituaries", "contact", "latest", "about", "careers",
		"advertise",
		"cookies", "privacy", "terms", "close", "more", "shows", "podcasts", "photos", "features", "letters", "shop",
		"accessibility",
		"help", "feedback", "desk mate", "back", "next", "previous", "photo"},
	whyNewsletter: {"name", "first name", "last name", "full name", "country", "website", "your name", "continue",
		"submit", "ok", "confirm", "sign up", "get it", "no thanks"},
	whyComments:  {"comments", "comment"},
	whyTags:      {"tags", "topics", "tagged", "key words", "keywords", "companies", "follow topics"},
	whyCopyright: {"copyright"},
	whyNotice:    {"summary"},
	whyPlayer: {"image", "play", "listen", "download", "expand", "embed", "pause", "mute", "unmute",
		"transcript", "loading"},
	whyCookies:       {"accept", "got it"},
	whyAppeal:        {"donate", "contribute now"},
	whyAdvertisement: {"ad", "ads", "promoted"},
})

// pageLeads begin lines of boilerplate, whatever follows.
var pageLeads = []phrases{
	{whyNewsletter, []string{"subscribe to our ", "subscribe to the ", "subscribe now to ", "subscribe for ",
		"subscribe to get ",
		"subscribe to receive ", "subscribe to unlock ", "subscribe to continue ", "subscribe to read ", "sign up to our ", "sign up for our ", "sign up to receive ", "sign up to get ",
		"sign up here",
		"get the latest news ", "get our daily ", "get our best ", "get the day's ", "get current updates on ",
		"get breaking news ",
		"join our whatsapp", "join our telegram", "join our newsletter", "by signing up", "by subscribing", "by joining ", "by clicking ",
		"i agree to receive ", "enter your email", "our weekly newsletter ", "our daily newsletter ",
		"we will send you one ",
		"subscribe to our best "}},
	{whyShare, []string{"follow us on ", "follow us:", "like us on ", "follow us @", "find us on ",
		"share this article", "share this story",
		"share your thoughts", "click to share ", "click to email ", "click to print ", "you can share this ",
		"facebook tweet ",
		"download our app", "download the app", "click here to get the ", "get the app ", "add us on google",
		"follow us at "}},
	{whyComments, []string{"your email address will not be published", "required fields are marked", "save my name, email",
		"comments expressed here", "join the conversation", "please log in to comment"}},
	{whyCookies, []string{"this site uses cookies", "this website uses cookies", "we use cookies",
		"by continuing to use this site",
		"we and our partners ", "to display this content, you must", "one of your browser extensions"}},
	{whyCopyright, []string{"all rights reserved", "copyright ©", "copyright (c)", "(c) 20", "© ",
		"powered by wordpress", "proudly powered by ",
		"this material may not be "}},
	{whyRelated, []string{"related:", "also read:", "read also:", "read more:", "read more |", "see also:",
		"also read |", "also see:", "read | ",
		"watch | ", "watch:", "must read:", "don't miss:", "recommended:", "you may also like", "click here to ",
		"click here for ",
		"skip next section", "read more about:", "read more on related ", "view all posts by ", "read more on "}},
	{whyTags, []string{"filed under:", "tags:", "keywords:", "key words:", "tagged:", "tagged ", "posted in ",
		"see more on:", "topics:", "categories:",
		"in this topic:", "reading this topic"}},
	{whyNotice, []string{"the views expressed in this ", "the opinions expressed in this ", "opinions expressed in this ",
		"views expressed in this ", "our standards:", "please enable javascript", "you have reached your limit of",
		"disclaimer:",
		"this story has been updated", "this article has been updated", "this story was originally published",
		"this article was originally published",
		"this article originally appeared", "a version of this article appear", "a version of this story ",
		"published in the print edition",
		"this story has been auto", "spotted an error", "rate this article", "story tips ", "don't miss out on ",
		"thanks for visiting ", "thanks for reading ", "thank you for reading ", "got a tip", "do you have a tip", "have a tip",
		"email the editor", "save articles to read later", "log in to access ", "forgot your password",
		"free article usually reserved",
		"for inquiries:", "for inquiries contact", "for media inquiries", "media contact:", "press contact:",
		"for more information contact",
		"we acknowledge aboriginal"}},
	{whyAppeal, []string{"support our journalism", "support independent journalism", "become a member ",
		"become a patron", "support us ",
		"support journalism ", "not ready to support ", "already a member?", "already a subscriber?",
		"your support, no matter", "a message from ",
		"are you relying on "}},
	{whyPlayer, []string{"listen to this article", "you can now listen to ", "new you can now listen",
		"this video can not be played",
		"your browser does not support "}},
}

// pagePhrases give a line away wherever in it they stand.
var pagePhrases = []phrases{
	{whyComments, []string{"in the comments below", "in the comments section", "in the comment section",
		"your email address will not be published", "required fields are marked"}},
	{whyCopyright, []string{"all rights reserved", "may not be published, broadcast, rewritten",
		"is not responsible for the content of external"}},
	{whyNotice, []string{"do not necessarily reflect the view", "do not necessarily reflect those of",
		"do not necessarily represent the view",
		"do not reflect the opinions of", "views expressed in this article are",
		"opinions expressed in this article are", "enable javascript",
		"please contact us for subscription", "created or edited by", "with the headline:", "contributed to this report",
		"in the print edition of", "usually reserved for subscribers"}},
	{whyNewsletter, []string{"subscribe to our newsletter", "sign up for our newsletter", "sign up for our free ",
		"sign up for our daily ",
		"sign up for our weekly ", "sign up to our newsletter", "straight to your inbox", "delivered to your inbox",
		"in your inbox every",
		"to your inbox", "enter your email address", "unsubscribe at any time", "don't miss a beat",
		"by email and never miss",
		"receive marketing messages", "get more updates about", "no spam, we promise", "receive it in your mailbox",
		"for more newsletters",
		"agree to our privacy policy", "agree to the terms"}},
	{whyShare, []string{"(opens in new window)"}},
	{whyCookies, []string{"store and access personal data", "tracking technologies", "audience measurement",
		"advertising cookies"}},
	{whyAppeal, []string{"support our independent journal", "to continue our work, we need your help", "from just $",
		"as little as $", "we need your support",
		"to support our work", "please support us", "access to exclusive content", "ads-free experience",
		"ad-free experience", "our reporters risk",
		"can support our journalism", "your financial support", "your reminder is set"}},
}

// phrases are what lines of one kind have in common.
type phrases struct {
	why  string
	list []string
}

// byPhrase turns phrases by reason into reasons by phrase.
func byPhrase(byReason map[string][]string) map[string]string {
	m := map[string]string{}
	for why, phrases := range byReason {
		for _, phrase := range phrases {
			m[phrase] = why
		}
	}
	return m
}

const photoAgency = `(?:getty|afp|ap photo|reuters|epa|epa-efe|efe|shutterstock|alamy|picture alliance|istock|unsplash|wikimedia|flickr|` +
	`pool photo|file photo|pool via|via ap|ap file|anadolu|imago|zuma|nurphoto|sipa|belga|ansa|xinhua|sputnik|tass|upi|keystone|dpa)`

// lineForm is a form that lines of one kind have.
type lineForm struct {
	why   string
	words int // the most that such a line has
	form  *pattern
	hints []string // of which a long line has one: looking for them is quick, and most lines are long ones of prose
}

func (f *lineForm) matches(l *line, key string) bool {
	const long = 12 // words
	// "NAME (with AFP)" wrote the article.
	if f.why == whyCredit && (l.sentence || strings.Contains(key, "(with ")) {
		return false
	}
	return l.words <= f.words &&
		(l.words <= long || f.hints == nil || slices.ContainsFunc(f.hints, func(hint string) bool { return strings.Contains(key, hint) })) &&
		f.form.MatchString(key) && !(f.why == whyRelated && l.isDateLine())
}

// Forms of lines that phrases cannot list. They are matched against the phraseKey.
var lineForms = []lineForm{
	// Buttons whose words ran together: "keep readingShow less".
	{whyRelated, 12, newPattern(`^(?:(?:keep reading|continue reading|read more|read less|show more|show less|see more|see less)\s*)+$`), nil},
	{whyRelated, 40, newPattern(`^(?:list \d+ of \d+|list of \d+ items)`), []string{"list "}},
	{whyRelated, 6, newPattern(`^more from\b`), nil},
	{whyRelated, 16, newPattern(`^(?:read this also|also read this|read this)\s?[-:|–]`), []string{"read this"}},
	{whyRelated, 14, newPattern(`^.{6,60}\b\d+ min(?:s|utes)? read$`), []string{" read"}},
	{whyRelated, 4, newPattern(`^\d+ (?:mins?|minutes?|hrs?|hours?|days?|weeks?|months?) ago$`), nil},
	{whyShare, 2, newPattern(`^likes? ?loading`), nil},
	{whyAdvertisement, 10, newPattern(`^advertisement\b.{0,3}(?:scroll to continue|continue reading below|story continues below)?$`), nil},
	{whyNewsletter, 40, newPattern(`^(?:sign up (?:to|for)|get) .*\b(?:newsletter|email|e-mail|alerts|briefing|inbox|edition by)\b`), []string{"newsletter", "mail", "alerts", "briefing", "inbox", "edition by"}},
	{whyNewsletter, 14, newPattern(`^subscribe (?:to|for|now)\b.*\b(?:newsletters?|channel|updates|email|alerts|podcast)\b`), []string{"subscribe"}},
	{whyShare, 14, newPattern(`^(?:join|follow|subscribe to) (?:us|our) (?:on )?(?:whatsapp|telegram|facebook|twitter|youtube|instagram|google news|linkedin)\b`), []string{"join", "follow", "subscribe"}},
	{whyShare, 4, newPattern(`^(?:👁 ?)?[\d.,]+[km]? (?:views?|shares?|likes?|comments?|reads?)$`), nil},
	{whyShare, 8, newPattern(`^(?:add|follow) .{2,40} on (?:google|facebook|x|twitter|instagram|whatsapp)$`), nil},
	{whyPlayer, 8, newPattern(`^listen\b.{0,4}(?:\d+:\d\d|to this article.{0,12}|to article.{0,12})$`), nil},
	{whyPlayer, 8, newPattern(`^\d\d?:\d\d\s*[-–—]\s*source:`), nil},
	{whyPlayer, 4, newPattern(`^\[\d+/\d+\]$`), nil},
	{whyNotice, 5, newPattern(`^(?:page )?\d+ of \d+$`), nil},
	{whyComments, 30, newPattern(`^(?:\d+ (?:comments|responses|replies|thoughts)(?: (?:on|to) .*)?|comments ?\(\d+\)|one (?:thought|comment|response) (?:on|to) .*)$`), []string{"comment", "response", "thought", "replies"}},
	{whyCopyright, 60, newPattern(`^(?:copyright\b.{0,12}\b(?:19|20)\d\d\b|(?:©|\(c\)) ?(?:copyright )?(?:19|20)\d\d\b)`), []string{"copyright", "©", "(c)"}},
	{whyCredit, 10, newPattern(`^(?:credit|credits|photo|image|picture|photograph)\s?(?:\.\.\.|…|by|:)`), nil},
	{whyCredit, 12, newPattern(`\b(?:hide|toggle) caption$`), nil},
	{whyCredit, 14, newPattern(`^.{0,60}(?:/|\bvia\b|\().{0,40}\b` + photoAgency + `\b.{0,60}$`), []string{"/", "via", "("}},
	{whyCredit, 14, newPattern(`^` + photoAgency + `(?: images)?/.{0,70}$`), []string{"/", "via", "("}},
	{whyCredit, 16, newPattern(`licensing rights\b`), []string{"licensing"}},
	{whyTags, 12, newPattern(`^(?:in|tags?|topics?|tagged|labels|categor(?:y|ies))\s?:\s?\S`), nil},
	{whyNewsletter, 16, newPattern(`\b(?:(?:a|your|my|already have a|buy a|our) subscription|only for subscribers|subscribers only|for subscribers|` +
		`free trial|premium article)\b|\b(?:for one month|per month|a month) for [€$£]\d`), []string{"subscri", "trial", "premium", "month"}},
	{whyNotice, 20, newPattern(`^(?:.* )?(?:write to|contact|email|e-mail|tips?|hints|newsroom|desk|tel)\b.{0,40}(?:\S+@\S+\.\w+|: ?\d[\d ]{5,})`), []string{"@", ": "}},
	{whyNotice, 20, newPattern(`^(?:follow|visit|see|read|find|more)\b.{3,90}https?://\S+$`), []string{"http"}},
	{whyNotice, 8, newPattern(`^\[[a-z_-]+(?: [^\]]*)?\]?$`), nil},
	{whyNotice, 8, newPattern(`\bprivacy (?:policy|choices|notice|settings)$|^(?:would you like to|do you want to) read on$`), nil},
	{whyAppeal, 40, newPattern(`\bmade possible by (?:listeners|readers|viewers|members|supporters|you|people)\b|^pledge (?:now|today)\b`), []string{"made possible", "pledge"}},
	{whyAppeal, 20, newPattern(`\bupgrade to\b.*\b(?:pro|premium|plus|account|subscription)$`), []string{"upgrade"}},
	{whyNotice, 40, newPattern(`\binformation on this (?:site|website|page)\b|^(?:did you find|was) this .{0,20}(?:useful|helpful)\?`), []string{"information on this", "this"}},
	{whyPlayer, 6, newPattern(`^(?:image|photo|picture) gallery\b|^hear the (?:full )?|^listen \d+ min|^(?:read|watch|listen) later$`), nil},
	{whyAppeal, 14, newPattern(`\bbuy (?:us|me) a coffee\b`), []string{"coffee"}},
	{whyShare, 6, newPattern(`^(?:post )?views: ?[\d.,]+$|^[\d.,]+[km]? followers$|^\d(?:\.\d)?/5\b.*votes?\)?$`), nil},
	{whyComments, 5, newPattern(`^(?:view|show|read|see|load)(?: all| more)? comments(?: ?\(\d+\)?)?$`), nil},
	{whyAdvertisement, 6, newPattern(`^\(?(?:article|story|text) continues(?: below)?\)?$`), nil},
	{whyPlayer, 5, newPattern(`^\d+ ?/ ?\d+$|^\(?(?:image|photo|picture) (?:source|credit)s?:`), nil},
	{whyMenu, 8, newPattern(`^(?:jump|skip|go|scroll)(?: back)?(?: up| down)? to\b`), nil},
	{whyShare, 6, newPattern(`^share this (?:news|page|release|video|image)$\b|^text size\b|^comments? \(\d+\)?$`), nil},
	{whyAdvertisement, 3, newPattern(`^(?:sponsored|promoted|paid)\b`), nil},
	{whyRelated, 20, newPattern(`\|.*\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b.*\|`), []string{"|"}},
	{whyNotice, 4, newPattern(`^(?:https?://|www\.)\S+$`), nil},
	{whyNotice, 2, newPattern(`^[\w-]+(?:\.[\w-]+)+/\S+$`), nil},
	{whyNotice, 16, newPattern(`^published in .{3,60}, (?:` + strings.ToLower(monthName) + `) \d`), []string{"published in"}},
	{whyAuthor, 20, newPattern(`^[\w.'’-]+(?: [\w.'’-]+){0,5} (?:contributed (?:reporting|to this|from)|reported from|also reported from)\b`), []string{"contributed", "reported from", "reported"}},
	{whyAuthor, 8, newPattern(`^(?:edited|produced) by\s?:`), nil},
	{whyAuthor, 20, newPattern(`^\(?with (?:assistance|reporting|inputs?|contributions?|additional reporting) (?:from|by)\b`), []string{"with "}},
	{whyNotice, 30, newPattern(`^\((?:adds|updates?|updated|recasts|corrects|corrected|rewrites|changes|refiles|clarifies|removes)\b[^()]*\)$`), []string{"(adds", "(update", "(recasts", "(correct", "(rewrites", "(changes", "(refiles", "(clarifies", "(removes"}},
	{whyTags, 14, newPattern(`^(?:posted|filed|published) (?:in|under)\s?:`), []string{"posted", "filed", "published"}},
	{whyAuthor, 14, newPattern(`^(?:email|contact|follow|reach) .{2,60}(?:@| on (?:x|twitter)\b| at \S+@)`), []string{"@", " on "}},
}
