//! What requests of everyday kinds usually need to be told.

/// Something that a request may need to be told.
pub(super) struct Need {
    /// Stable name.
    pub(super) code: &'static str,
    /// The question; `{thing}` is what the request is about.
    pub(super) question: &'static str,
    /// Answers to choose from.
    pub(super) options: &'static [&'static str],
    /// Words of requests that need it, with spaces between.
    pub(super) called: &'static str,
    /// Words that say it already, with spaces between.
    pub(super) said: &'static str,
    /// How much it is needed by any request.
    pub(super) usual: f64,
    /// How much more it is needed where a word calls for it.
    pub(super) wanted: f64,
}

/// Words of requests that depend on who asks.
pub(super) const PERSONAL: &[&str] = &[
    "recipe",
    "meal",
    "diet",
    "party",
    "trip",
    "workout",
    "garden",
    "gift",
    "home",
    "house",
    "room",
    "book",
    "books",
    "movie",
    "course",
    "travel",
    "vacation",
    "event",
    "wedding",
    "fitness",
    "career",
    "routine",
    "hobby",
    "apartment",
];

pub(super) const NEEDS: &[Need] = &[
    Need {
        code: "kind",
        question: "Which type of {thing} do you have in mind, with which requirements?",
        options: &["Any type", "The most common type", "Something special"],
        called: "",
        said: "",
        usual: 1.0,
        wanted: 0.0,
    },
    Need {
        code: "diet",
        question: "Are there dietary restrictions, allergies or ingredients to avoid?",
        options: &["None", "Vegetarian or vegan", "Allergies"],
        called: "recipe meal diet food cook dinner lunch breakfast dish restaurant bake cuisine menu nutrition \
                 eat cake bread snack grocery",
        said: "allergy allergies allergic",
        usual: 0.0,
        wanted: 1.6,
    },
    Need {
        code: "level",
        question: "What is the current skill, experience or knowledge level?",
        options: &["Beginner", "Some experience", "Advanced"],
        called: "learn learning teach tutorial course class lesson skill guide practice training play instrument \
                 workout fitness exercise yoga study explain beginner improve instruct craft hobby meditation \
                 painting show how start project",
        said: "advanced intermediate",
        usual: 0.1,
        wanted: 1.3,
    },
    Need {
        code: "goal",
        question: "What is the goal or purpose, and which aspects or areas should it focus on?",
        options: &["A quick overview", "A decision", "A deep understanding"],
        called: "analysis analyze analyse compare comparison research study improve plan strategy trend impact \
                 history topic summarize review overview report learn workout fitness career news development \
                 pros",
        said: "goal purpose",
        usual: 0.6,
        wanted: 0.7,
    },
    Need {
        code: "budget",
        question: "What is the budget or price range?",
        options: &["As cheap as possible", "Mid-range", "Money is no matter"],
        called: "trip travel vacation holiday party wedding gift buy purchase shopping product laptop phone \
                 gadget equipment hotel restaurant event home garden decor decorate furniture apartment camera \
                 best deal course subscription tour picnic book tool tickets brand car setup system",
        said: "budget $ € £ cheap free affordable under",
        usual: 0.05,
        wanted: 0.9,
    },
    Need {
        code: "place",
        question: "Which location, region or country is it about?",
        options: &["Near me", "My country", "Anywhere"],
        called: "local restaurant weather trip travel event job market garden hotel house apartment course \
                 workshop class news nearby vacation park museum tour party volunteer festival plant climate law \
                 regulation visa destination property",
        said: "city online usa us uk europe",
        usual: 0.05,
        wanted: 0.9,
    },
    Need {
        code: "time",
        question: "Which time frame or date is it for, and how much time or which duration is available?",
        options: &["This week", "This month", "There is no hurry"],
        called: "trip plan schedule event party routine workout practice learn trend news vacation meeting \
                 project study market program travel itinerary calendar deadline analysis growth history sales \
                 stock price habit",
        said: "daily weekly month week hour minute year day today",
        usual: 0.2,
        wanted: 0.8,
    },
    Need {
        code: "criteria",
        question: "Which criteria or definition decide what counts as best, top or good?",
        options: &["Ratings by users", "Price", "Opinions of experts"],
        called: "best top top-rated good popular effective important influential famous compare rank recommend \
                 review highest leading useful must-read interesting",
        said: "criteria",
        usual: 0.1,
        wanted: 1.3,
    },
    Need {
        code: "format",
        question: "In which format, length and level of detail should the result or output be?",
        options: &["A short list", "Step by step", "A full document"],
        called: "write create generate report script document essay summary summarize data file convert \
                 presentation list table spreadsheet article explain guide draft template provide chart export",
        said: "pdf csv json html table",
        usual: 0.4,
        wanted: 0.7,
    },
    Need {
        code: "platform",
        question: "Which operating system, platform, device or version is used?",
        options: &["Windows", "macOS", "Linux", "A phone"],
        called: "script install bash code software app file computer program server database phone browser laptop \
                 download system command backup network website game configure setup email automate log folder \
                 directory docker",
        said: "windows ubuntu linux macos android iphone debian",
        usual: 0.0,
        wanted: 1.1,
    },
    Need {
        code: "files",
        question: "Which file, data or input is it, with which size, structure and source location?",
        options: &["A single file", "A folder", "A database"],
        called: "file data dataset database log folder directory backup image script csv sql spreadsheet text \
                 photo document python function algorithm query excel",
        said: "",
        usual: 0.0,
        wanted: 1.15,
    },
    Need {
        code: "language",
        question: "Which programming language, library or method is preferred?",
        options: &["Python", "JavaScript", "Any"],
        called: "script code program function algorithm api python java class implement",
        said: "",
        usual: 0.0,
        wanted: 0.9,
    },
    Need {
        code: "style",
        question: "Which style, theme or tone is wanted?",
        options: &["Simple", "Classic", "Playful"],
        called: "design invitation decor decorate art painting write poem story logo party wedding room fashion \
                 outfit music song speech letter craft jewelry card website garden guitar photography home \
                 interior draw",
        said: "style theme tone",
        usual: 0.0,
        wanted: 1.0,
    },
    Need {
        code: "genre",
        question: "Which genre, topic or field of interest?",
        options: &["Fiction", "Facts", "Anything popular"],
        called: "book movie film music song game podcast novel show series news article reading documentary anime \
                 paper blog magazine topic author artist video",
        said: "genre",
        usual: 0.0,
        wanted: 1.3,
    },
    Need {
        code: "source",
        question: "Which source or website should the information come from, and how recent must it be?",
        options: &["Official sources", "News", "Anywhere"],
        called: "news latest research statistics data find search price trend stock market review study rating \
                 current recent",
        said: "wikipedia amazon imdb twitter youtube github",
        usual: 0.0,
        wanted: 0.75,
    },
    Need {
        code: "people",
        question: "How many people are there, and of which age?",
        options: &["Only me", "A few adults", "A family with children"],
        called: "party trip family event wedding team kids children child group dinner gift vacation meal class \
                 game activity picnic tour",
        said: "guest guests alone",
        usual: 0.0,
        wanted: 0.95,
    },
    Need {
        code: "size",
        question: "What is the size, space or number of {thing}?",
        options: &["Small", "Medium", "Large"],
        called: "garden room house apartment closet home office kitchen space photo team company pantry \
                 collection desk balcony yard list recommend plant",
        said: "square",
        usual: 0.1,
        wanted: 0.8,
    },
    Need {
        code: "equipment",
        question: "Which equipment, materials or tools are available?",
        options: &["None", "The usual ones", "Everything needed"],
        called: "workout exercise craft diy cook bake build fitness garden photography make repair handmade knit \
                 sew brew paint play home",
        said: "equipment",
        usual: 0.0,
        wanted: 0.8,
    },
    Need {
        code: "health",
        question: "Are there injuries, health conditions or physical limitations?",
        options: &["None", "Some", "I would rather not say"],
        called: "workout fitness exercise yoga diet health weight stress sleep meditation running pain marathon \
                 muscle anxiety training wellness",
        said: "injury injuries",
        usual: 0.0,
        wanted: 1.2,
    },
    Need {
        code: "features",
        question: "Which specific features or requirements must it have?",
        options: &["Only the basics", "The usual ones", "Everything"],
        called: "app software website tool product system platform device laptop car phone develop build service \
                 camera application bot",
        said: "feature",
        usual: 0.1,
        wanted: 0.9,
    },
];
