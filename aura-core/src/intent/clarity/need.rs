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
        question: "Which type of {thing} do you have in mind, with which features, requirements or \
                   restrictions?",
        options: &["Any type", "The most common type", "Something special"],
        called: "",
        said: "",
        usual: 1.5,
        wanted: 0.0,
    },
    Need {
        code: "diet",
        question: "Are there dietary restrictions, allergies, or food and ingredients to prefer or to avoid?",
        options: &["None", "Vegetarian or vegan", "Allergies"],
        called: "recipe meal diet food cook dinner lunch breakfast dish restaurant bake cuisine menu \
                 nutrition eat cake bread snack grocery",
        said: "allergy allergies allergic",
        usual: 0.0,
        wanted: 1.6,
    },
    Need {
        code: "level",
        question: "What is the current level of skill, experience or knowledge, and which complexity suits?",
        options: &["Beginner", "Some experience", "Advanced"],
        called: "learn learning teach tutorial course class lesson skill guide practice training instrument \
                 workout fitness exercise yoga study explain improve instruct craft hobby meditation painting \
                 show",
        said: "advanced intermediate beginner",
        usual: 0.1,
        wanted: 1.1,
    },
    Need {
        code: "goal",
        question: "What is the goal, purpose or intended use, and which topics, aspects or areas matter most?",
        options: &["A quick overview", "A decision", "A deep understanding"],
        called: "analysis analyze analyse compare comparison research study improve plan strategy trend \
                 impact history topic summarize review overview report learn workout fitness career news \
                 development pros",
        said: "goal purpose",
        usual: 0.5,
        wanted: 0.7,
    },
    Need {
        code: "budget",
        question: "What is the budget or price range, and are paid options welcome or only free ones?",
        options: &["As cheap as possible", "Mid-range", "Money is no matter"],
        called: "trip travel vacation holiday party wedding gift buy purchase shopping product laptop phone \
                 gadget equipment hotel restaurant event home garden decor decorate furniture apartment \
                 camera best deal course subscription tour picnic book tool tickets brand car setup system \
                 app apps resources resource online materials renovate redecorate wardrobe smartphone  \
                 upgrade clothes headphones flights flight device",
        said: "budget $ € £ cheap free affordable under",
        usual: 0.05,
        wanted: 0.9,
    },
    Need {
        code: "place",
        question: "Which location, city, region or country is it about?",
        options: &["Near me", "My country", "Anywhere"],
        called: "local restaurant weather trip travel event job market garden hotel house apartment course \
                 workshop class news nearby vacation park museum tour party volunteer festival plant climate \
                 law regulation visa destination property buy purchase store hospital route degree university \
                 scholarship volunteering price online historical city area",
        said: "city online usa us uk europe",
        usual: 0.05,
        wanted: 0.9,
    },
    Need {
        code: "time",
        question: "Which date or time frame is it for, and how much time is available, with which duration \
                   or frequency?",
        options: &["This week", "This month", "There is no hurry"],
        called: "trip plan schedule event party routine workout practice learn trend news vacation meeting \
                 project study market program travel itinerary calendar deadline analysis growth history \
                 sales stock price habit automate remind reminder update monitor cook recipe dinner meal book \
                 books film movie release flight bus train",
        said: "daily weekly month week hour minute year day today",
        usual: 0.4,
        wanted: 0.75,
    },
    Need {
        code: "criteria",
        question: "Which criteria or definition decide what counts as best, top or good?",
        options: &["Ratings by users", "Price", "Opinions of experts"],
        called: "best top top-rated good popular effective important influential famous compare rank \
                 recommend review highest leading useful must-read interesting",
        said: "criteria",
        usual: 0.1,
        wanted: 0.8,
    },
    Need {
        code: "format",
        question: "In which format, style, length and depth or level of detail should the output be?",
        options: &["A short list", "Step by step", "A full document"],
        called: "write create generate report script document essay summary summarize data file convert \
                 presentation list table spreadsheet article explain guide draft template provide chart \
                 export",
        said: "pdf csv json html table",
        usual: 0.6,
        wanted: 0.7,
    },
    Need {
        code: "platform",
        question: "Which operating system, platform, device or version is used?",
        options: &["Windows", "macOS", "Linux", "A phone"],
        called: "script install bash code software app file computer program server database phone browser \
                 laptop download system command backup network website game configure setup email automate \
                 log folder directory docker latest linux python devices online apps",
        said: "windows ubuntu linux macos android iphone debian",
        usual: 0.0,
        wanted: 0.9,
    },
    Need {
        code: "files",
        question: "Which file, data or input is it, with which names, structure, source and destination?",
        options: &["A single file", "A folder", "A database"],
        called: "file data dataset database log folder directory backup image script csv sql spreadsheet text \
                 photo document python function algorithm query excel",
        said: "",
        usual: 0.0,
        wanted: 1.15,
    },
    Need {
        code: "language",
        question: "Which programming language, library, tool or method is preferred?",
        options: &["Python", "JavaScript", "Any"],
        called: "script code program function algorithm api python java class implement predict analysis \
                 analyze convert automate validate debug model sort detect scrape",
        said: "",
        usual: 0.0,
        wanted: 0.9,
    },
    Need {
        code: "style",
        question: "Which style, theme, tone or colours are wanted?",
        options: &["Simple", "Classic", "Playful"],
        called: "design invitation decor decorate art painting write poem story logo party wedding room \
                 fashion outfit music song speech letter craft jewelry card website garden guitar photography \
                 home interior draw",
        said: "style theme tone",
        usual: 0.0,
        wanted: 0.7,
    },
    Need {
        code: "genre",
        question: "Which genre, topic, category, author or language is of interest?",
        options: &["Fiction", "Facts", "Anything popular"],
        called: "book movie film music song game podcast novel show series news article reading documentary \
                 anime paper blog magazine topic author artist video playlist course courses resource \
                 resources class classes",
        said: "genre",
        usual: 0.0,
        wanted: 1.4,
    },
    Need {
        code: "source",
        question: "Which source, website, store or provider should it come from, and how recent must it be?",
        options: &["Official sources", "News", "Anywhere"],
        called: "news latest research statistics data find search price trend stock market review study \
                 rating current recent buy purchase online deal deals prices store compare",
        said: "wikipedia amazon imdb twitter youtube github",
        usual: 0.0,
        wanted: 0.75,
    },
    Need {
        code: "people",
        question: "What are the number and the age of the people, children or pets, and their interests?",
        options: &["Only me", "A few adults", "A family with children"],
        called: "party trip family event wedding team kids children child group dinner gift vacation meal \
                 class game activity picnic tour home house apartment pantry teach teaching recipe dog",
        said: "guest guests alone",
        usual: 0.0,
        wanted: 0.85,
    },
    Need {
        code: "size",
        question: "What are the size, space and number of {thing}?",
        options: &["Small", "Medium", "Large"],
        called: "garden room house apartment closet home office kitchen space photo team company pantry \
                 collection desk balcony yard list recommend plant",
        said: "square",
        usual: 0.1,
        wanted: 0.8,
    },
    Need {
        code: "equipment",
        question: "Which existing equipment, materials, ingredients or furniture are available?",
        options: &["None", "The usual ones", "Everything needed"],
        called: "workout exercise craft diy cook bake build fitness garden photography make repair handmade \
                 knit sew brew paint play home recipe meal kitchen room office computer network setup start",
        said: "equipment",
        usual: 0.0,
        wanted: 0.8,
    },
    Need {
        code: "health",
        question: "Are there symptoms, injuries, health conditions or physical limitations?",
        options: &["None", "Some", "I would rather not say"],
        called: "workout fitness exercise yoga diet health weight stress sleep meditation running pain \
                 marathon muscle anxiety training wellness cure symptom sick doctor medicine \
                 headache skin",
        said: "injury injuries",
        usual: 0.0,
        wanted: 1.2,
    },
    Need {
        code: "audience",
        question: "Who is the intended audience, and which content or sections should it have?",
        options: &["Myself", "Colleagues", "Everybody"],
        called: "document essay article presentation report blog newsletter speech material webpage page \
                 letter invitation email post teaching resume template slides",
        said: "",
        usual: 0.0,
        wanted: 0.8,
    },
    Need {
        code: "method",
        question: "Which methods, techniques, preferences or style of learning suit best?",
        options: &["Reading", "Doing", "Watching"],
        called: "learn tutorial improve fluent technique tips practice class skill skills reduce teach \
                 organize research",
        said: "",
        usual: 0.0,
        wanted: 1.2,
    },
    Need {
        code: "brand",
        question: "Is there a preferred brand or model, and must it be new or may it be used?",
        options: &["Any brand", "A well-known brand", "Used is fine"],
        called: "buy purchase camera headphones laptop phone iphone smartphone computer car product console \
                 tv speaker watch bike shoes upgrade electronics  ",
        said: "",
        usual: 0.0,
        wanted: 0.9,
    },
    Need {
        code: "field",
        question: "Which industry, profession, job role or field is it for?",
        options: &["My own", "A new one", "Any"],
        called: "job career resume interview company professional network hiring portfolio scholarship \
                 certification salary engineer internship office wardrobe work leadership",
        said: "",
        usual: 0.0,
        wanted: 0.9,
    },
    Need {
        code: "travel",
        question: "Which accommodation, transportation and activities are wanted?",
        options: &["Simple", "Comfortable", "A mix"],
        called: "trip travel vacation itinerary visit holiday weekend tour hotel route flight flights",
        said: "",
        usual: 0.0,
        wanted: 1.15,
    },
];
