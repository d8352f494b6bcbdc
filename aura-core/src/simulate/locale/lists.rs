//! Names and parts of addresses, from the lists of the crate `fake` (MIT or Apache-2.0).
//!
//! Written by `cargo xtask generate`; changes belong into `xtask/src/generate/locales.rs`.

use super::{List, Lists};

pub(super) static EN: Lists = Lists {
    first_names: List {
        text: "\
            Aaliyah|Abby|Abelardo|Ada|Addie|Adeline|Adolfo|Adriana|Aglae|Aida|Aiyana|Alanis|Albertha|Alec\
            |Alene|Alexa|Alexandrine|Alexys|Alfred|Alicia|Aliyah|Allie|Alva|Alvis|Alysson|Amaya|America|Amiya\
            |Anabel|Anderson|Andy|Angelita|Anissa|Annabel|Anne|Anthony|Antonietta|April|Ardella|Arianna|Arlie\
            |Arne|Art|Aryanna|Ashly|Astrid|Audreanne|Aurelia|Austyn|Ayana|Bailey|Bart|Beaulah|Benjamin\
            |Bernadette|Bernice|Berta|Beth|Betty|Billie|Blanca|Bonita|Bradford|Brandi|Brannon|Breana|Brendon\
            |Brett|Bridget|Brisa|Brook|Bryana|Buford|Cade|Caleigh|Camila|Camylle|Cara|Carli|Carmela|Carolanne\
            |Carrie|Casey|Cassidy|Cathrine|Cecil|Celia|Chaim|Charlene|Chasity|Chelsie|Chloe|Christiana\
            |Christy|Cindy|Clare|Claudie|Clementine|Cleve|Clotilde|Colby|Colt|Connie|Consuelo|Cordell|Cornell\
            |Courtney|Cristian|Crystel|Cyril|Daisy|Damaris|Dan|Daniela|Dante|Daren|Darius|Darrick|Daryl\
            |Davion|Dayana|Deanna|Deion|Delbert|Delmer|Demarco|Dena|Deonte|Deshaun|Destin|Devante|Dewayne\
            |Diego|Dion|Domenica|Don|Donnie|Dorothea|Douglas|Dudley|Dwight|Earnestine|Eda|Edmond|Edwin|Efren\
            |Elbert|Eleanora|Elenora|Elias|Elisabeth|Elizabeth|Ellis|Elna|Eloy|Elton|Elwyn|Emelie|Emil|Emily\
            |Emmett|Enid|Ephraim|Erick|Erna|Ervin|Esteban|Estevan|Ethelyn|Eula|Eva|Eveline|Evie|Fabian\
            |Faustino|Felicia|Felton|Filiberto|Fleta|Florida|Forest|Francis|Franz|Frederick|Freeman|Furman\
            |Gage|Garnet|Garry|Gaylord|Genoveva|Georgianna|Gerard|Gerry|Gilbert|Gino|Giuseppe|Glennie|Gordon\
            |Grant|Gregg|Greyson|Guillermo|Gust|Hailee|Halie|Hans|Harrison|Hattie|Hazel|Hector|Hellen|Henry\
            |Herminio|Hilario|Hilton|Hollis|Hosea|Hudson|Ian|Ignacio|Ima|Irma|Isabella|Isaias|Issac|Izabella\
            |Jacinto|Jacky|Jade|Jaiden|Jakob|Jamal|Jamie|Jana|Janice|Jany|Jarod|Jarrod|Jaunita|Jaycee|Jaylen\
            |Jazlyn|Jeanie|Jefferey|Jennie|Jerald|Jermain|Jerrell|Jessica|Jett|Jimmie|Joanne|Jodie|Joey\
            |Johnathan|Jolie|Jordan|Jorge|Josh|Josie|Joy|Jude|Julian|Julio|Justice|Juvenal|Kaden|Kailey\
            |Kaleigh|Kamren|Karelle|Karine|Karolann|Katelin|Kathleen|Katrina|Kaycee|Kayley|Keara|Keira|Kelly\
            |Kendall|Kenneth|Kenyon|Kevon|Kianna|Kiley|Kirk|Kody|Kraig|Kristofer|Krystina|Kyleigh|Ladarius\
            |Lamont|Laron|Laurence|Laury|Lavina|Layla|Leanne|Leilani|Lemuel|Leo|Leonel|Leora|Lester|Lewis\
            |Liana|Liliane|Lily|Lindsey|Lisandro|Llewellyn|Loma|Lonzo|Lorenza|Lou|Loy|Lucienne|Lucy|Luis|Lupe\
            |Lydia|Mabelle|Mack|Madeline|Madisen|Maegan|Maggie|Major|Malika|Manley|Marcelina|Marcia|Margarett\
            |Margot|Marian|Maribel|Marilou|Marisol|Markus|Marlon|Martin|Maryam|Mathias|Mattie|Mauricio|Maxime\
            |Maxine|Maye|Mckenna|Meggie|Melissa|Melyssa|Merritt|Micah|Michelle|Miles|Mina|Misael|Modesta\
            |Mollie|Monserrat|Moriah|Moshe|Murl|Mylene|Myron|Nakia|Narciso|Natasha|Nayeli|Nelda|Neoma|Nia\
            |Nickolas|Nigel|Nils|Noelia|Nona|Norris|Nyah|Oda|Ola|Olin|Ona|Oran|Orlando|Osbaldo|Otha|Otto\
            |Paige|Parker|Patrick|Paxton|Peggie|Peter|Pierce|Polly|Prince|Queenie|Rachael|Rafaela|Ralph|Randi\
            |Raquel|Ray|Rebeca|Reese|Reina|Reta|Rey|Rhett|Richie|Rico|Robbie|Rocio|Rodrick|Rolando|Ronaldo\
            |Rosalia|Rosario|Rosemary|Ross|Roxanne|Rubie|Russ|Ryan|Ryley|Sage|Salvatore|Sammie|Sanford|Sarah\
            |Savanna|Scottie|Selena|Shad|Shanelle|Shanny|Shawna|Sheldon|Shyann|Sierra|Simeon|Skylar|Sonya\
            |Stan|Stella|Stephon|Stuart|Susie|Sydni|Tad|Tanner|Tatyana|Ted|Terrence|Thad|Theodora|Thomas\
            |Tiara|Timothy|Tod|Toni|Trace|Tremaine|Treva|Trisha|Trycia|Tyree|Tyshawn|Unique|Valentin|Vance\
            |Velma|Verla|Vernie|Vicente|Vidal|Vinnie|Virginia|Viviane|Waino|Wanda|Wayne|Werner|Wilburn\
            |Wilhelm|Willie|Wilson|Winston|Xzavier|Yesenia|Zachariah|Zakary|Zella|Zoe",
        ends: &[
            7, 12, 21, 25, 31, 39, 46, 54, 60, 65, 72, 79, 88, 93, 99, 105, 117, 124, 131, 138, 145, 151, 156,
            162, 170, 176, 184, 190, 197, 206, 211, 220, 227, 235, 240, 248, 259, 265, 273, 281, 287, 292,
            296, 304, 310, 317, 327, 335, 342, 348, 355, 360, 368, 377, 388, 396, 402, 407, 413, 420, 427,
            434, 443, 450, 458, 465, 473, 479, 487, 493, 499, 506, 513, 518, 526, 533, 541, 546, 552, 560,
            570, 577, 583, 591, 600, 606, 612, 618, 627, 635, 643, 649, 660, 668, 674, 680, 688, 699, 705,
            714, 720, 725, 732, 741, 749, 757, 766, 775, 783, 789, 795, 803, 807, 815, 821, 827, 834, 842,
            848, 855, 862, 869, 875, 883, 890, 898, 903, 910, 918, 925, 933, 941, 947, 952, 961, 965, 972,
            981, 989, 996, 1003, 1014, 1018, 1025, 1031, 1037, 1044, 1053, 1061, 1067, 1077, 1087, 1093, 1098,
            1103, 1109, 1115, 1122, 1127, 1133, 1140, 1145, 1153, 1159, 1164, 1170, 1178, 1186, 1194, 1199,
            1203, 1211, 1216, 1223, 1232, 1240, 1247, 1257, 1263, 1271, 1278, 1286, 1292, 1302, 1310, 1317,
            1322, 1329, 1335, 1343, 1352, 1363, 1370, 1376, 1384, 1389, 1398, 1406, 1413, 1419, 1425, 1433,
            1443, 1448, 1455, 1461, 1466, 1475, 1482, 1488, 1495, 1502, 1508, 1517, 1525, 1532, 1539, 1545,
            1552, 1556, 1564, 1568, 1573, 1582, 1589, 1595, 1604, 1612, 1618, 1623, 1630, 1636, 1642, 1648,
            1653, 1660, 1665, 1671, 1678, 1686, 1693, 1700, 1707, 1714, 1723, 1730, 1737, 1745, 1753, 1761,
            1766, 1773, 1780, 1786, 1791, 1801, 1807, 1814, 1820, 1825, 1831, 1835, 1840, 1847, 1853, 1861,
            1869, 1875, 1882, 1890, 1897, 1905, 1912, 1921, 1929, 1938, 1946, 1953, 1960, 1966, 1972, 1978,
            1986, 1994, 2001, 2007, 2014, 2020, 2025, 2030, 2036, 2046, 2055, 2063, 2072, 2079, 2085, 2094,
            2100, 2107, 2113, 2120, 2128, 2135, 2139, 2146, 2152, 2159, 2165, 2171, 2179, 2184, 2192, 2201,
            2211, 2216, 2222, 2230, 2234, 2238, 2247, 2252, 2257, 2262, 2268, 2276, 2281, 2290, 2298, 2305,
            2312, 2318, 2325, 2332, 2342, 2349, 2359, 2366, 2373, 2381, 2389, 2397, 2404, 2411, 2418, 2425,
            2433, 2440, 2449, 2456, 2463, 2468, 2476, 2483, 2491, 2499, 2507, 2513, 2522, 2528, 2533, 2540,
            2548, 2555, 2565, 2572, 2578, 2583, 2590, 2596, 2602, 2610, 2618, 2625, 2631, 2637, 2641, 2650,
            2656, 2661, 2668, 2673, 2680, 2685, 2689, 2693, 2698, 2702, 2707, 2715, 2723, 2728, 2733, 2739,
            2746, 2754, 2761, 2768, 2774, 2781, 2787, 2794, 2802, 2810, 2818, 2824, 2830, 2837, 2841, 2848,
            2854, 2860, 2865, 2869, 2875, 2882, 2887, 2894, 2900, 2908, 2916, 2924, 2932, 2940, 2949, 2954,
            2962, 2968, 2973, 2978, 2984, 2989, 2999, 3006, 3014, 3020, 3028, 3036, 3043, 3048, 3057, 3064,
            3071, 3079, 3086, 3093, 3100, 3107, 3113, 3118, 3125, 3133, 3140, 3146, 3152, 3156, 3163, 3171,
            3175, 3184, 3189, 3198, 3205, 3211, 3219, 3223, 3228, 3234, 3243, 3249, 3256, 3263, 3269, 3277,
            3284, 3293, 3299, 3305, 3311, 3318, 3326, 3332, 3339, 3348, 3356, 3362, 3368, 3374, 3381, 3389,
            3397, 3404, 3411, 3419, 3427, 3435, 3445, 3452, 3458, 3462,
        ],
    },
    last_names: List {
        text: "\
            Abbott|Abernathy|Abshire|Adams|Altenwerth|Anderson|Ankunding|Armstrong|Auer|Aufderhar|Bahringer\
            |Bailey|Balistreri|Barrows|Bartell|Bartoletti|Barton|Bashirian|Batz|Bauch|Baumbach|Bayer|Beahan\
            |Beatty|Bechtelar|Becker|Bednar|Beer|Beier|Berge|Bergnaum|Bergstrom|Bernhard|Bernier|Bins|Blanda\
            |Blick|Block|Bode|Boehm|Bogan|Bogisich|Borer|Bosco|Botsford|Boyer|Boyle|Bradtke|Brakus|Braun\
            |Breitenberg|Brekke|Brown|Bruen|Buckridge|Carroll|Carter|Cartwright|Casper|Cassin|Champlin\
            |Christiansen|Cole|Collier|Collins|Conn|Connelly|Conroy|Considine|Corkery|Cormier|Corwin|Cremin\
            |Crist|Crona|Cronin|Crooks|Cruickshank|Cummerata|Cummings|Dach|D'Amore|Daniel|Dare|Daugherty\
            |Davis|Deckow|Denesik|Dibbert|Dickens|Dicki|Dickinson|Dietrich|Donnelly|Dooley|Douglas|Doyle\
            |DuBuque|Durgan|Ebert|Effertz|Eichmann|Emard|Emmerich|Erdman|Ernser|Fadel|Fahey|Farrell|Fay\
            |Feeney|Feest|Feil|Ferry|Fisher|Flatley|Frami|Franecki|Friesen|Fritsch|Funk|Gaylord|Gerhold\
            |Gerlach|Gibson|Gislason|Gleason|Gleichner|Glover|Goldner|Goodwin|Gorczany|Gottlieb|Goyette|Grady\
            |Graham|Grant|Green|Greenfelder|Greenholt|Grimes|Gulgowski|Gusikowski|Gutkowski|Gutmann|Haag\
            |Hackett|Hagenes|Hahn|Haley|Halvorson|Hamill|Hammes|Hand|Hane|Hansen|Harber|Harris|Hartmann\
            |Harvey|Hauck|Hayes|Heaney|Heathcote|Hegmann|Heidenreich|Heller|Herman|Hermann|Hermiston|Herzog\
            |Hessel|Hettinger|Hickle|Hilll|Hills|Hilpert|Hintz|Hirthe|Hodkiewicz|Hoeger|Homenick|Hoppe|Howe\
            |Howell|Hudson|Huel|Huels|Hyatt|Jacobi|Jacobs|Jacobson|Jakubowski|Jaskolski|Jast|Jenkins|Jerde\
            |Johns|Johnson|Johnston|Jones|Kassulke|Kautzer|Keebler|Keeling|Kemmer|Kerluke|Kertzmann|Kessler\
            |Kiehn|Kihn|Kilback|King|Kirlin|Klein|Kling|Klocko|Koch|Koelpin|Koepp|Kohler|Konopelski|Koss\
            |Kovacek|Kozey|Krajcik|Kreiger|Kris|Kshlerin|Kub|Kuhic|Kuhlman|Kuhn|Kulas|Kunde|Kunze|Kuphal\
            |Kutch|Kuvalis|Labadie|Lakin|Lang|Langosh|Langworth|Larkin|Larson|Leannon|Lebsack|Ledner|Leffler\
            |Legros|Lehner|Lemke|Lesch|Leuschke|Lind|Lindgren|Littel|Little|Lockman|Lowe|Lubowitz|Lueilwitz\
            |Luettgen|Lynch|Macejkovic|MacGyver|Maggio|Mann|Mante|Marks|Marquardt|Marvin|Mayer|Mayert|McClure\
            |McCullough|McDermott|McGlynn|McKenzie|McLaughlin|Medhurst|Mertz|Metz|Miller|Mills|Mitchell|Moen\
            |Mohr|Monahan|Moore|Morar|Morissette|Mosciski|Mraz|Mueller|Muller|Murazik|Murphy|Murray|Nader\
            |Nicolas|Nienow|Nikolaus|Nitzsche|Nolan|Oberbrunner|O'Connell|O'Conner|O'Hara|O'Keefe|O'Kon\
            |Okuneva|Olson|Ondricka|O'Reilly|Orn|Ortiz|Osinski|Pacocha|Padberg|Pagac|Parisian|Parker|Paucek\
            |Pfannerstill|Pfeffer|Pollich|Pouros|Powlowski|Predovic|Price|Prohaska|Prosacco|Purdy|Quigley\
            |Quitzon|Rath|Ratke|Rau|Raynor|Reichel|Reichert|Reilly|Reinger|Rempel|Renner|Reynolds|Rice|Rippin\
            |Ritchie|Robel|Roberts|Rodriguez|Rogahn|Rohan|Rolfson|Romaguera|Roob|Rosenbaum|Rowe|Ruecker\
            |Runolfsdottir|Runolfsson|Runte|Russel|Rutherford|Ryan|Sanford|Satterfield|Sauer|Sawayn|Schaden\
            |Schaefer|Schamberger|Schiller|Schimmel|Schinner|Schmeler|Schmidt|Schmitt|Schneider|Schoen\
            |Schowalter|Schroeder|Schulist|Schultz|Schumm|Schuppe|Schuster|Senger|Shanahan|Shields|Simonis\
            |Sipes|Skiles|Smith|Smitham|Spencer|Spinka|Sporer|Stamm|Stanton|Stark|Stehr|Steuber|Stiedemann\
            |Stokes|Stoltenberg|Stracke|Streich|Stroman|Strosin|Swaniawski|Swift|Terry|Thiel|Thompson|Tillman\
            |Torp|Torphy|Towne|Toy|Trantow|Tremblay|Treutel|Tromp|Turcotte|Turner|Ullrich|Upton|Vandervort\
            |Veum|Volkman|Von|VonRueden|Waelchi|Walker|Walsh|Walter|Ward|Waters|Watsica|Weber|Wehner|Weimann\
            |Weissnat|Welch|West|White|Wiegand|Wilderman|Wilkinson|Will|Williamson|Willms|Windler|Wintheiser\
            |Wisoky|Wisozk|Witting|Wiza|Wolf|Wolff|Wuckert|Wunsch|Wyman|Yost|Yundt|Zboncak|Zemlak|Ziemann\
            |Zieme|Zulauf",
        ends: &[
            6, 16, 24, 30, 41, 50, 60, 70, 75, 85, 95, 102, 113, 121, 129, 140, 147, 157, 162, 168, 177, 183,
            190, 197, 207, 214, 221, 226, 232, 238, 247, 257, 266, 274, 279, 286, 292, 298, 303, 309, 315,
            324, 330, 336, 345, 351, 357, 365, 372, 378, 390, 397, 403, 409, 419, 427, 434, 445, 452, 459,
            468, 481, 486, 494, 502, 507, 516, 523, 533, 541, 549, 556, 563, 569, 575, 582, 589, 601, 611,
            620, 625, 633, 640, 645, 655, 661, 668, 676, 684, 692, 698, 708, 717, 726, 733, 741, 747, 755,
            762, 768, 776, 785, 791, 800, 807, 814, 820, 826, 834, 838, 845, 851, 856, 862, 869, 877, 883,
            892, 900, 908, 913, 921, 929, 937, 944, 953, 961, 971, 978, 986, 994, 1003, 1012, 1020, 1026,
            1033, 1039, 1045, 1057, 1067, 1074, 1084, 1095, 1105, 1113, 1118, 1126, 1134, 1139, 1145, 1155,
            1162, 1169, 1174, 1179, 1186, 1193, 1200, 1209, 1216, 1222, 1228, 1235, 1245, 1253, 1265, 1272,
            1279, 1287, 1297, 1304, 1311, 1321, 1328, 1334, 1340, 1348, 1354, 1361, 1372, 1379, 1388, 1394,
            1399, 1406, 1413, 1418, 1424, 1430, 1437, 1444, 1453, 1464, 1474, 1479, 1487, 1493, 1499, 1507,
            1516, 1522, 1531, 1539, 1547, 1555, 1562, 1570, 1580, 1588, 1594, 1599, 1607, 1612, 1619, 1625,
            1631, 1638, 1643, 1651, 1657, 1664, 1675, 1680, 1688, 1694, 1702, 1710, 1715, 1724, 1728, 1734,
            1742, 1747, 1753, 1759, 1765, 1772, 1778, 1786, 1794, 1800, 1805, 1813, 1823, 1830, 1837, 1845,
            1853, 1860, 1868, 1875, 1882, 1888, 1894, 1903, 1908, 1917, 1924, 1931, 1939, 1944, 1953, 1963,
            1972, 1978, 1989, 1998, 2005, 2010, 2016, 2022, 2032, 2039, 2045, 2052, 2060, 2071, 2081, 2089,
            2098, 2109, 2118, 2124, 2129, 2136, 2142, 2151, 2156, 2161, 2169, 2175, 2181, 2192, 2201, 2206,
            2214, 2221, 2229, 2236, 2243, 2249, 2257, 2264, 2273, 2282, 2288, 2300, 2310, 2319, 2326, 2334,
            2340, 2348, 2354, 2363, 2372, 2376, 2382, 2390, 2398, 2406, 2412, 2421, 2428, 2435, 2448, 2456,
            2464, 2471, 2481, 2490, 2496, 2505, 2514, 2520, 2528, 2536, 2541, 2547, 2551, 2558, 2566, 2575,
            2582, 2590, 2597, 2604, 2613, 2618, 2625, 2633, 2639, 2647, 2657, 2664, 2670, 2678, 2688, 2693,
            2703, 2708, 2716, 2730, 2741, 2747, 2754, 2765, 2770, 2778, 2790, 2796, 2803, 2811, 2820, 2832,
            2841, 2850, 2859, 2868, 2876, 2884, 2894, 2901, 2912, 2922, 2931, 2939, 2946, 2954, 2963, 2970,
            2979, 2987, 2995, 3001, 3008, 3014, 3022, 3030, 3037, 3044, 3050, 3058, 3064, 3070, 3078, 3089,
            3096, 3108, 3116, 3124, 3132, 3140, 3151, 3157, 3163, 3169, 3178, 3186, 3191, 3198, 3204, 3208,
            3216, 3225, 3233, 3239, 3248, 3255, 3263, 3269, 3280, 3285, 3293, 3297, 3307, 3315, 3322, 3328,
            3335, 3340, 3347, 3355, 3361, 3368, 3376, 3385, 3391, 3396, 3402, 3410, 3420, 3430, 3435, 3446,
            3453, 3461, 3472, 3479, 3486, 3494, 3499, 3504, 3510, 3518, 3525, 3531, 3536, 3542, 3550, 3557,
            3565, 3571, 3578,
        ],
    },
    street_kinds: List {
        text: "\
            Alley|Avenue|Branch|Bridge|Brook|Brooks|Burg|Burgs|Bypass|Camp|Canyon|Cape|Causeway|Center\
            |Centers|Circle|Circles|Cliff|Cliffs|Club|Common|Corner|Corners|Course|Court|Courts|Cove|Coves\
            |Creek|Crescent|Crest|Crossing|Crossroad|Curve|Dale|Dam|Divide|Drive|Drives|Estate|Estates\
            |Expressway|Extension|Extensions|Fall|Falls|Ferry|Field|Fields|Flat|Flats|Ford|Fords|Forest|Forge\
            |Forges|Fork|Forks|Fort|Freeway|Garden|Gardens|Gateway|Glen|Glens|Green|Greens|Grove|Groves\
            |Harbor|Harbors|Haven|Heights|Highway|Hill|Hills|Hollow|Inlet|Island|Islands|Isle|Junction\
            |Junctions|Key|Keys|Knoll|Knolls|Lake|Lakes|Land|Landing|Lane|Light|Lights|Loaf|Lock|Locks|Lodge\
            |Loop|Mall|Manor|Manors|Meadow|Meadows|Mews|Mill|Mills|Mission|Motorway|Mount|Mountain|Mountains\
            |Neck|Orchard|Oval|Overpass|Park|Parks|Parkway|Parkways|Pass|Passage|Path|Pike|Pine|Pines|Place\
            |Plain|Plains|Plaza|Point|Points|Port|Ports|Prairie|Radial|Ramp|Ranch|Rapid|Rapids|Rest|Ridge\
            |Ridges|River|Road|Roads|Route|Row|Rue|Run|Shoal|Shoals|Shore|Shores|Skyway|Spring|Springs|Spur\
            |Spurs|Square|Squares|Station|Stravenue|Stream|Street|Streets|Summit|Terrace|Throughway|Trace\
            |Track|Trafficway|Trail|Tunnel|Turnpike|Underpass|Union|Unions|Valley|Valleys|Via|Viaduct|View\
            |Views|Village|Villages|Ville|Vista|Walk|Walks|Wall|Way|Ways|Well|Wells",
        ends: &[
            5, 12, 19, 26, 32, 39, 44, 50, 57, 62, 69, 74, 83, 90, 98, 105, 113, 119, 126, 131, 138, 145, 153,
            160, 166, 173, 178, 184, 190, 199, 205, 214, 224, 230, 235, 239, 246, 252, 259, 266, 274, 285,
            295, 306, 311, 317, 323, 329, 336, 341, 347, 352, 358, 365, 371, 378, 383, 389, 394, 402, 409,
            417, 425, 430, 436, 442, 449, 455, 462, 469, 477, 483, 491, 499, 504, 510, 517, 523, 530, 538,
            543, 552, 562, 566, 571, 577, 584, 589, 595, 600, 608, 613, 619, 626, 631, 636, 642, 648, 653,
            658, 664, 671, 678, 686, 691, 696, 702, 710, 719, 725, 734, 744, 749, 757, 762, 771, 776, 782,
            790, 799, 804, 812, 817, 822, 827, 833, 839, 845, 852, 858, 864, 871, 876, 882, 890, 897, 902,
            908, 914, 921, 926, 932, 939, 945, 950, 956, 962, 966, 970, 974, 980, 987, 993, 1000, 1007, 1014,
            1022, 1027, 1033, 1040, 1048, 1056, 1066, 1073, 1080, 1088, 1095, 1103, 1114, 1120, 1126, 1137,
            1143, 1150, 1159, 1169, 1175, 1182, 1189, 1197, 1201, 1209, 1214, 1220, 1228, 1237, 1243, 1249,
            1254, 1260, 1265, 1269, 1274, 1279, 1285,
        ],
    },
    place_starts: List {
        text: "\
            North|East|West|South|New|Lake|Port",
        ends: &[
            5, 10, 15, 21, 25, 30, 35,
        ],
    },
    place_ends: List {
        text: "\
            town|ton|land|ville|berg|burgh|borough|bury|view|port|mouth|stad|furt|chester|fort|haven|side\
            |shire",
        ends: &[
            4, 8, 13, 19, 24, 30, 38, 43, 48, 53, 59, 64, 69, 77, 82, 88, 93, 99,
        ],
    },
    company_kinds: List {
        text: "\
            Inc|and Sons|LLC|Group",
        ends: &[
            3, 12, 16, 22,
        ],
    },
};

pub(super) static DE: Lists = Lists {
    first_names: List {
        text: "\
            Erika|André|Johanna|Edeltraut|Lisbeth|Ağça|Hans|Günther|Annekathrin|Karl|Lilly|Hildegard|Maija\
            |Tomáš|Karel|Maria|Elena|Inês|Paddy|Åsa|Ursula|Monika|Petra|Elisabeth|Sabine|Renate|Helga|Karin\
            |Brigitte|Ingrid|Andrea|Gisela|Claudia|Susanne|Gabriele|Christa|Christine|Anna|Birgit|Barbara\
            |Gertrud|Heike|Marianne|Elke|Martina|Angelika|Irmgard|Inge|Ute|Elfriede|Doris|Marion|Ruth|Ulrike\
            |Hannelore|Jutta|Gerda|Kerstin|Ilse|Anneliese|Margarete|Ingeborg|Anja|Edith|Sandra|Waltraud|Beate\
            |Peter|Wolfgang|Michael|Werner|Klaus|Thomas|Manfred|Helmut|Jürgen|Heinz|Gerhard|Andreas|Josef\
            |Günter|Dieter|Horst|Walter|Frank|Bernd|Herbert|Franz|Martin|Uwe|Georg|Heinrich|Stefan|Christian\
            |Karl-Heinz|Rudolf|Kurt|Hermann|Johann|Wilhelm|Siegfried|Rolf|Joachim|Alfred|Rainer|Jörg|Ralf\
            |Erich|Norbert|Bernhard|Willi|Alexander|Ulrich|Markus|Matthias",
        ends: &[
            5, 12, 20, 30, 38, 45, 50, 59, 71, 76, 82, 92, 98, 106, 112, 118, 124, 130, 136, 141, 148, 155,
            161, 171, 178, 185, 191, 197, 206, 213, 220, 227, 235, 243, 252, 260, 270, 275, 282, 290, 298,
            304, 313, 318, 326, 335, 343, 348, 352, 361, 367, 374, 379, 386, 396, 402, 408, 416, 421, 431,
            441, 450, 455, 461, 468, 477, 483, 489, 498, 506, 513, 519, 526, 534, 541, 549, 555, 563, 571,
            577, 585, 592, 598, 605, 611, 617, 625, 631, 638, 642, 648, 657, 664, 674, 685, 692, 697, 705,
            712, 720, 730, 735, 743, 750, 757, 763, 768, 774, 782, 791, 797, 807, 814, 821, 830,
        ],
    },
    last_names: List {
        text: "\
            Mustermann|Musterfrau|Gabler|Müller-Schwarzenberg|Ćosić|Özm̂en|Drebenbusch-Dalgoßen|Lerch\
            |Hillebrandt|Schuster|Meikäläinen|Vomáčka|Rudaí|Lærke|Müller|Schmidt|Schneider|Fischer|Weber\
            |Meyer|Wagner|Becker|Schulz|Hoffmann|Schäfer|Bauer|Koch|Richter|Klein|Wolf|Schröder|Neumann\
            |Schwarz|Braun|Hofmann|Zimmermann|Schmitt|Hartmann|Krüger|Schmid|Werner|Lange|Schmitz|Meier\
            |Krause|Maier|Lehmann|Huber|Mayer|Herrmann|Köhler|Walter|König|Schulze|Fuchs|Kaiser|Lang|Weiß\
            |Peters|Scholz|Jung|Möller|Hahn|Keller|Vogel|Schubert|Roth|Frank|Friedrich|Beck|Günther|Berger\
            |Winkler|Lorenz|Baumann|Kraus|Böhm|Simon|Franke|Albrecht|Winter|Ludwig|Martin|Krämer|Schumacher\
            |Vogt|Jäger|Stein|Otto|Groß|Sommer|Haas|Graf|Heinrich|Seidel|Schreiber|Ziegler|Brandt|Kuhn\
            |Schulte|Dietrich|Kühn|Engel|Pohl|Horn|Sauer|Arnold|Thomas|Bergmann|Busch|Pfeiffer|Voigt|Götz",
        ends: &[
            10, 21, 28, 50, 58, 67, 89, 95, 107, 116, 130, 140, 147, 154, 162, 170, 180, 188, 194, 200, 207,
            214, 221, 230, 239, 245, 250, 258, 264, 269, 279, 287, 295, 301, 309, 320, 328, 337, 345, 352,
            359, 365, 373, 379, 386, 392, 400, 406, 412, 421, 429, 436, 443, 451, 457, 464, 469, 475, 482,
            489, 494, 502, 507, 514, 520, 529, 534, 540, 550, 555, 564, 571, 579, 586, 594, 600, 606, 612,
            619, 628, 635, 642, 649, 657, 668, 673, 680, 686, 691, 697, 704, 709, 714, 723, 730, 740, 748,
            755, 760, 768, 777, 783, 789, 794, 799, 805, 812, 819, 828, 834, 843, 849, 855,
        ],
    },
    street_kinds: List {
        text: "\
            allee|gang|gasse|pfad|platz|steg|straße|ufer|weg",
        ends: &[
            5, 10, 16, 21, 27, 32, 40, 45, 49,
        ],
    },
    place_starts: List {
        text: "\
            Alt|Bad|Groß|Hohen|Klein|Neu|Ober|Unter",
        ends: &[
            3, 7, 13, 19, 25, 29, 34, 40,
        ],
    },
    place_ends: List {
        text: "\
            berg|burg|feld|furt|heim|ing|kirchen|stadt",
        ends: &[
            4, 9, 14, 19, 24, 28, 36, 42,
        ],
    },
    company_kinds: List {
        text: "\
            OHG|KG|GbR|AG|GmbH|UG|eG|Stiftung|e.V.|und Partner|& Partner",
        ends: &[
            3, 6, 10, 13, 18, 21, 24, 33, 38, 50, 60,
        ],
    },
};

pub(super) static FR: Lists = Lists {
    first_names: List {
        text: "\
            Aaron|Abigaëlle|Adam|Adèle|Adeline|Adrien|Agathe|Aglaé|Agrippine|Aimé|Alain|Alba|Albane|Alberte\
            |Albin|Alex|Alexandre|Alexane|Alexis|Ali|Alice|Alida|Aliette|Alix|Alma|Alphonse|Alya|Ambre|Amédée\
            |Amélie|Amir|Anaëlle|Ananie|Anastase|Anatole|Andrea|Andrée|Ange|Angeline|Anicet|Anna|Anne\
            |Annicette|Annie|Anselme|Anthelme|Antoine|Antonin|Apollinaire|Ariane|Arielle|Arlette|Armande\
            |Arnaud|Arthur|Assia|Athénaïs|Aubin|Audrey|Augustin|Aurélie|Auriane|Ava|Axelle|Ayden|Aymard\
            |Balthazar|Baptistin|Barbara|Barnard|Basile|Bastienne|Béatrice|Benjamin|Benoît|Berangère\
            |Bérengère|Bernadette|Bernardin|Bertille|Bétanie|Bienvenu|Blanche|Boris|Brice|Brune|Calie\
            |Calliopée|Camille|Canelle|Carine|Caroline|Cassandre|Cathel|Cathy|Cécilia|Céleste|Célestine\
            |Célimène|Cerise|Césarine|Charlène|Charlie|Charlotte|Chimène|Christèle|Christiane|Christophe\
            |Claire|Clarisse|Claudette|Claudine|Clémence|Clémentine|Clothilde|Clovis|Colin|Colombe|Côme\
            |Constant|Coralie|Corentine|Corinne|Cybille|Cyprien|Cyril|Damien|Danièle|Dany|David|Deborah|Denis\
            |Désirée|Didier|Dimitri|Domitille|Donatien|Doriane|Dorothée|Eden|Edgard|Edmée|Edouard|Eglantine\
            |Eléanore|Eléonore|Elias|Eliette|Eline|Eliott|Elisabeth|Ella|Eloi|Elsa|Elya|Emile|Emilien|Emma\
            |Emmy|Enola|Enzo|Ernest|Erwan|Estelle|Ethan|Eudes|Eugénie|Eurydice|Evan|Eveline|Evrard|Fabien\
            |Fabrice|Faustin|Félicie|Félicienne|Félix|Fernand|Fiacre|Firmin|Flavien|Flora|Florence|Florentin\
            |Florian|Florine|France|Francis|François|Frédéric|Fulbert|Gabriel|Gaël|Gaétan|Gaétane|Gaspard\
            |Gatien|Gautier|Geoffroy|Georgette|Géraldine|Géraud|Germaine|Gervais|Ghislaine|Gilberte|Gilles\
            |Gisèle|Gladys|Goeffrey|Gonzague|Grégoire|Guénolé|Guilaine|Guillaume|Gustave|Guylain|Guylène\
            |Gwenaëlle|Gwendoline|Habib|Harmonie|Hélèna|Héloïse|Henriette|Hercule|Hermine|Hippolythe|Honorin\
            |Horace|Hubert|Hugues|Hyacinthe|Ida|Igor|Ilyan|Imran|Ingrid|Irénée|Isaac|Isaure|Ismaël|Jacinte\
            |Jacky|Jacqueline|Jade|Jannick|Jean|Jeannette|Jennifer|Jérémy|Jessica|Joanne|Jocelyne|Joëlle\
            |Johanna|Jonas|Jordan|Josée|Josephe|Josette|Josiane|Josué|Jude|Jules|Julian|Julien|Juliette\
            |Justin|Kaïs|Kayden|Laetitia|Lambert|Lancelot|Larissa|Laure|Laurène|Laurette|Laurie|Léa|Léandre\
            |Léger|LÉNA|Léo|LÉON|Léonce|Léonie|Léopold|Liam|Lilian|Lily|Line|Lisa|Lison|Livio|Loane|Loïck\
            |Lolita|Lorine|Lorraine|Louane|Louisa|Louisette|Louna|Luc|Lucas|Lucette|Lucien|Lucile|Ludivine\
            |Luna|Lyam|Lydia|Lylou|Lysandre|Maé|Maëlys|Magali|Mahé|Maïlys|Maïwenn|Malaurie|Malorie|Manuel\
            |Marceau|Marcelin|Marcelle|Marcelline|Margot|Maria|Marie|Mariette|Marina|Marinette|Marius\
            |Marjorie|Marthe|Martin|Martinien|Maryline|Maryse|Matéo|Mathias|Mathis|Mathys|Matthias|Maud\
            |Mauricette|Maxime|Maximilienne|Maylis|Mégane|Mélanie|Mélina|Mélissa|Merlin|Michael|Michèle|Mila\
            |Milène|Mireille|Mohamed|Morgan|Muguette|Murielle|Mylène|Nadège|Nadine|Naëlle|Natacha|Nathan\
            |Nathanaëlle|Nestor|Nicole|Nine|Ninon|Noah|Noé|Noélie|Noémie|Nolwenn|Norbert|Océane|Octavie\
            |Odette|Odilon|Olive|Olivier|Omer|Ophélie|Orlane|Owen|Pacôme|Pascal|Pascaline|Patrick|Paule\
            |Paulin|Pélagie|Perceval|Pétronille|Philibert|Philippine|Pierre|Pierrick|Priscille|Prudence\
            |Quentin|Rachel|Raïssa|Raphaël|Rayan|Raymonde|Réginald|Régis|Réjane|Rémy|René|Reynald|Rita|Robin\
            |Rodrigue|Rolande|Romane|Roméo|Romy|Rosalie|Roseline|Rosine|Roxanne|Sabrina|Salomé|Sam|Samson\
            |Samy|Sandrine|Sarah|Saturnin|Ségolène|Séraphin|Séréna|Servane|Séverine|Sidoine|Siméon|Simone\
            |Sixtine|Soazic|Soizic|Solène|Soline|Sophia|Stanislas|Stéphane|Suzanne|Suzon|Sylvain|Sylvère\
            |Sylviane|Tancrède|Tatiana|Thaïs|Thècle|Théodore|Théophile|Thibaud|Thierry|Thomas|Tibère|Timéo\
            |Timothée|Tiphanie|Tom|Tristane|Ulysse|Uriel|Valentin|Valentine|Valériane|Valérien|Valmont\
            |Venceslas|Vianney|Victor|Victorien|Vincent|Violette|Virginie|Vivien|Wilfrid|Xavier|Yaël|Yanis\
            |Yannick|Yohan|Ysaure|Yves|Yvon|Yvonnick|Zélie",
        ends: &[
            5, 16, 21, 28, 36, 43, 50, 57, 67, 73, 79, 84, 91, 99, 105, 110, 120, 128, 135, 139, 145, 151,
            159, 164, 169, 178, 183, 189, 198, 206, 211, 220, 227, 236, 244, 251, 259, 264, 273, 280, 285,
            290, 300, 306, 314, 323, 331, 339, 351, 358, 366, 374, 382, 389, 396, 402, 413, 419, 426, 435,
            444, 452, 456, 463, 469, 476, 486, 496, 504, 512, 519, 529, 539, 548, 556, 567, 579, 590, 600,
            609, 618, 627, 635, 641, 647, 653, 659, 670, 678, 686, 693, 702, 712, 719, 725, 734, 743, 754,
            765, 772, 782, 792, 800, 810, 819, 830, 841, 852, 859, 868, 878, 887, 897, 909, 919, 926, 932,
            940, 946, 955, 963, 973, 981, 989, 997, 1003, 1010, 1019, 1024, 1030, 1038, 1044, 1054, 1061,
            1069, 1079, 1088, 1096, 1106, 1111, 1118, 1125, 1133, 1143, 1153, 1163, 1169, 1177, 1183, 1190,
            1200, 1205, 1210, 1215, 1220, 1226, 1234, 1239, 1244, 1250, 1255, 1262, 1268, 1276, 1282, 1288,
            1297, 1306, 1311, 1319, 1326, 1333, 1341, 1349, 1358, 1370, 1377, 1385, 1392, 1399, 1407, 1413,
            1422, 1432, 1440, 1448, 1455, 1463, 1473, 1484, 1492, 1500, 1506, 1514, 1523, 1531, 1538, 1546,
            1555, 1565, 1576, 1584, 1593, 1601, 1611, 1620, 1627, 1635, 1642, 1651, 1660, 1670, 1680, 1689,
            1699, 1707, 1715, 1724, 1735, 1746, 1752, 1761, 1770, 1780, 1790, 1798, 1806, 1817, 1825, 1832,
            1839, 1846, 1856, 1860, 1865, 1871, 1877, 1884, 1893, 1899, 1906, 1914, 1922, 1928, 1939, 1944,
            1952, 1957, 1967, 1976, 1985, 1993, 2000, 2009, 2017, 2025, 2031, 2038, 2045, 2053, 2061, 2069,
            2076, 2081, 2087, 2094, 2101, 2110, 2117, 2123, 2130, 2139, 2147, 2156, 2164, 2170, 2179, 2188,
            2195, 2200, 2209, 2216, 2222, 2227, 2233, 2241, 2249, 2258, 2263, 2270, 2275, 2280, 2285, 2291,
            2297, 2303, 2310, 2317, 2324, 2333, 2340, 2347, 2357, 2363, 2367, 2373, 2381, 2388, 2395, 2404,
            2409, 2414, 2420, 2426, 2435, 2440, 2448, 2455, 2461, 2469, 2478, 2487, 2495, 2502, 2510, 2519,
            2528, 2539, 2546, 2552, 2558, 2567, 2574, 2584, 2591, 2600, 2607, 2614, 2624, 2633, 2640, 2647,
            2655, 2662, 2669, 2678, 2683, 2694, 2701, 2714, 2721, 2729, 2738, 2746, 2755, 2762, 2770, 2779,
            2784, 2792, 2801, 2809, 2816, 2825, 2834, 2842, 2850, 2857, 2865, 2873, 2880, 2893, 2900, 2907,
            2912, 2918, 2923, 2928, 2936, 2944, 2952, 2960, 2968, 2976, 2983, 2990, 2996, 3004, 3009, 3018,
            3025, 3030, 3038, 3045, 3055, 3063, 3069, 3076, 3085, 3094, 3106, 3116, 3127, 3134, 3143, 3153,
            3162, 3170, 3177, 3185, 3194, 3200, 3209, 3219, 3226, 3234, 3240, 3246, 3254, 3259, 3265, 3274,
            3282, 3289, 3296, 3301, 3309, 3318, 3325, 3333, 3341, 3349, 3353, 3360, 3365, 3374, 3380, 3389,
            3400, 3410, 3419, 3427, 3437, 3445, 3453, 3460, 3468, 3475, 3482, 3490, 3497, 3504, 3514, 3524,
            3532, 3538, 3546, 3555, 3564, 3574, 3582, 3589, 3597, 3607, 3618, 3626, 3634, 3641, 3649, 3656,
            3666, 3675, 3679, 3688, 3695, 3701, 3710, 3720, 3731, 3741, 3749, 3759, 3767, 3774, 3784, 3792,
            3801, 3810, 3817, 3825, 3832, 3838, 3844, 3852, 3858, 3865, 3870, 3875, 3884, 3891,
        ],
    },
    last_names: List {
        text: "\
            Abadie|Adam|Alexandre|Allard|Alvarez|Amar|Andrieu|Antoine|Armand|Arnaud|Arnoux|Aubert|Aubin|Auger\
            |Avril|Babin|Baptiste|Barbier|Baron|Barre|Barret|Barthe|Basset|Bastide|Bataille|Baudet|Baudin\
            |Baudouin|Bauer|Bazin|Beau|Beaumont|Becker|Belin|Bellanger|Benhamou|Benoit|Berard|Bernard\
            |Berthelot|Berthier|Bertin|Bertrand|Besse|Bianchi|Bigot|Billon|Bisson|Blaise|Blanchard|Blandin\
            |Blondeau|Blondel|Bocquet|Bois|Boisson|Boivin|Bonhomme|Bonnard|Bonneau|Bonnet|Bontemps|Borel|Bosc\
            |Bouche|Bouchet|Bouillon|Boulanger|Boulet|Bourdin|Bourdon|Bourgoin|Bousquet|Boutin|Bouvet|Bouyer\
            |Brault|Breton|Briand|Brossard|Brun|Bruneau|Brunet|Buisson|Burel|Cadet|Caillet|Camara|Cannet\
            |Cardon|Caron|Carre|Carrere|Cartier|Castel|Chabert|Chabot|Champion|Charbonnier|Charlot\
            |Charpentier|Charron|Chateau|Chatelain|Chauvet|Chen|Chevallier|Chevrier|Chretien|Claude|Clement\
            |Clerc|Cohen|Colin|Collet|Combe|Comte|Constantin|Conte|Cornet|Corre|Costa|Coste|Couderc|Coulon\
            |Cousin|Couturier|Cros|Da Costa|Dahan|Da Silva|Dejean|Delahaye|Delannoy|Delattre|Delmas|Delpech\
            |Denis|Descamps|Deshayes|De Sousa|Diallo|Diaz|Dijoux|Diop|Dos Santos|Drouet|Dubos|Dubourg\
            |Duchemin|Duclos|Ducrocq|Duhamel|Dumas|Dumoulin|Dupin|Dupont|Duprat|Dupuis|Dupuy|Duret|Esnault\
            |Esteve|Evrard|Fabre|Faucher|Faure|Favre|Fayolle|Fernandes|Fernandez|Ferrari|Ferreira|Ferrer\
            |Ferry|Flament|Flores|Fontaine|Forestier|Fortin|Foucher|Foulon|Fourcade|Francois|Froment|Gaillard\
            |Gallet|Garcin|Garnier|Gaudin|Gautier|Geneau|Genin|George|Gerard|Germain|Gibert|Gil|Gilles|Gillet\
            |Giordano|Giraud|Godard|Godefroy|Godin|Gomez|Goncalves|Gonzales|Gosselin|Grand|Grandjean|Granger\
            |Gras|Grenier|Grimaud|Gros|Guegan|Gueguen|Guibert|Guignard|Guilbert|Guillard|Guillemin|Guillet\
            |Guillot|Guillou|Guitton|Guyon|Guyot|Hamel|Hardy|Hénaut|Henry|Herve|Hoareau|Hubert|Hue|Huguet\
            |Husson|Imbert|Jacob|Jacques|Jacquin|Jacquot|Janel|Jarry|Jeanne|Jimenez|Jolly|Joseph|Jouan\
            |Joubert|Jourdan|Julien|Jullien|Keller|Kléber|Labat|Labbe|Lacaze|Lacoste|Lacroix|Laffont|Lafont\
            |Lagrange|Laine|Lallemand|Lambert|Lamy|Lang|Lapeyre|Laporte|Lassalle|Lasserre|Launay|Lauret|Laval\
            |Lavigne|Lebeau|Le Bihan|Leblanc|Lebon|Le Bras|Le Bris|Lebrun|Leclercq|Lecocq|Lecomte|Lecoq\
            |Lecuyer|Leduc|Lefebvre|Lefevre|Lefort|Lefrancois|Le Gal|Legendre|Le Goff|Legrand|Le Guen|Leleu\
            |Lelong|Lemaire|Lemarchand|Lemonnier|Lenoir|Leon|Lepage|Leroux|Le Roux|Le Roy|Lesueur|Levasseur\
            |Leveque|Li|Lombard|Lopez|Louis|Lucas|Mace|Magne|Mahe|Maillet|Maire|Maitre|Mangin|Marc|Marchand\
            |Marechal|Marin|Marques|Marquet|Martel|Martineau|Martinez|Martins|Mary|Masse|Mathieu|Mauger\
            |Maurice|Maury|Mayer|Mendes|Merle|Meunier|Meyer|Michel|Michon|Millet|Millot|Mohamed|Molina|Monier\
            |Monnier|Monteil|Moreau|Morel|Morice|Morvan|Mounier|Mouton|Munier|Navarro|Ndiaye|Nguyen|Nicolle\
            |Noel|Normand|Ogier|Ollier|Page|Pages|Papin|Parent|Parisot|Parmentier|Pasquet|Pastor|Paul|Payet\
            |Pellerin|Peltier|Pepin|Perez|Perret|Perrin|Perron|Petit|Pham|Philippe|Pichon|Pierre|Pineau|Pinel\
            |Piquet|Poisson|Pommier|Poncet|Porte|Potier|Pottier|Poulain|Prat|Prevot|Prieur|Prost|Provost\
            |Puech|Pujol|Quesada|Rambaud|Ramos|Raymond|Raynaud|Redon|Regnier|Renard|Renault|Rey|Reynaud\
            |Ricard|Rigal|Rigaud|Rivet|Robert|Roche|Rocher|Rodriguez|Roland|Rollin|Romain|Romero|Rose|Rossi\
            |Roth|Rousseau|Rousset|Roux|Roy|Ruiz|Sablonnière|Saidi|Salles|Salomon|Samson|Santiago|Saunier\
            |Savary|Schmidt|Schneider|Seguin|Sergent|Serra|Serre|Sicard|Simon|Simonin|Soler|Soulier|Stephan\
            |Tardy|Techer|Tellier|Terrier|Texier|Thebault|Thery|Thevenin|Thiebaut|Thiery|Thomas|Tissier\
            |Torres|Tournier|Toussaint|Traore|Turpin|Urbain|Vaillant|Valette|Vallet|Vannier|Verdier|Vergez\
            |Verrier|Vial|Vidal|Vigneron|Vigouroux|Villard|Vincent|Voisin|Wagner|Walter|Weber|Winterstein\
            |Wolff|Yilmaz|Zimmermann",
        ends: &[
            6, 11, 21, 28, 36, 41, 49, 57, 64, 71, 78, 85, 91, 97, 103, 109, 118, 126, 132, 138, 145, 152,
            159, 167, 176, 183, 190, 199, 205, 211, 216, 225, 232, 238, 248, 257, 264, 271, 279, 289, 298,
            305, 314, 320, 328, 334, 341, 348, 355, 365, 373, 382, 390, 398, 403, 411, 418, 427, 435, 443,
            450, 459, 465, 470, 477, 485, 494, 504, 511, 519, 527, 536, 545, 552, 559, 566, 573, 580, 587,
            596, 601, 609, 616, 624, 630, 636, 644, 651, 658, 665, 671, 677, 685, 693, 700, 708, 715, 724,
            736, 744, 756, 764, 772, 782, 790, 795, 806, 815, 824, 831, 839, 845, 851, 857, 864, 870, 876,
            887, 893, 900, 906, 912, 918, 926, 933, 940, 950, 955, 964, 970, 979, 986, 995, 1004, 1013, 1020,
            1028, 1034, 1043, 1052, 1061, 1068, 1073, 1080, 1085, 1096, 1103, 1109, 1117, 1126, 1133, 1141,
            1149, 1155, 1164, 1170, 1177, 1184, 1191, 1197, 1203, 1211, 1218, 1225, 1231, 1239, 1245, 1251,
            1259, 1269, 1279, 1287, 1296, 1303, 1309, 1317, 1324, 1333, 1343, 1350, 1358, 1365, 1374, 1383,
            1391, 1400, 1407, 1414, 1422, 1429, 1437, 1444, 1450, 1457, 1464, 1472, 1479, 1483, 1490, 1497,
            1506, 1513, 1520, 1529, 1535, 1541, 1551, 1560, 1569, 1575, 1585, 1593, 1598, 1606, 1614, 1619,
            1626, 1634, 1642, 1651, 1660, 1669, 1679, 1687, 1695, 1703, 1711, 1717, 1723, 1729, 1735, 1743,
            1749, 1755, 1763, 1770, 1774, 1781, 1788, 1795, 1801, 1809, 1817, 1825, 1831, 1837, 1844, 1852,
            1858, 1865, 1871, 1879, 1887, 1894, 1902, 1909, 1917, 1923, 1929, 1936, 1944, 1952, 1960, 1967,
            1976, 1982, 1992, 2000, 2005, 2010, 2018, 2026, 2035, 2044, 2051, 2058, 2064, 2072, 2079, 2088,
            2096, 2102, 2110, 2118, 2125, 2134, 2141, 2149, 2155, 2163, 2169, 2178, 2186, 2193, 2204, 2211,
            2220, 2228, 2236, 2244, 2250, 2257, 2265, 2276, 2286, 2293, 2298, 2305, 2312, 2320, 2327, 2335,
            2345, 2353, 2356, 2364, 2370, 2376, 2382, 2387, 2393, 2398, 2406, 2412, 2419, 2426, 2431, 2440,
            2449, 2455, 2463, 2471, 2478, 2488, 2497, 2505, 2510, 2516, 2524, 2531, 2539, 2545, 2551, 2558,
            2564, 2572, 2578, 2585, 2592, 2599, 2606, 2614, 2621, 2628, 2636, 2644, 2651, 2657, 2664, 2671,
            2679, 2686, 2693, 2701, 2708, 2715, 2723, 2728, 2736, 2742, 2749, 2754, 2760, 2766, 2773, 2781,
            2792, 2800, 2807, 2812, 2818, 2827, 2835, 2841, 2847, 2854, 2861, 2868, 2874, 2879, 2888, 2895,
            2902, 2909, 2915, 2922, 2930, 2938, 2945, 2951, 2958, 2966, 2974, 2979, 2986, 2993, 2999, 3007,
            3013, 3019, 3027, 3035, 3041, 3049, 3057, 3063, 3071, 3078, 3086, 3090, 3098, 3105, 3111, 3118,
            3124, 3131, 3137, 3144, 3154, 3161, 3168, 3175, 3182, 3187, 3193, 3198, 3207, 3215, 3220, 3224,
            3229, 3242, 3248, 3255, 3263, 3270, 3279, 3287, 3294, 3302, 3312, 3319, 3327, 3333, 3339, 3346,
            3352, 3360, 3366, 3374, 3382, 3388, 3395, 3403, 3411, 3418, 3427, 3433, 3442, 3451, 3458, 3465,
            3473, 3480, 3489, 3499, 3506, 3513, 3520, 3529, 3537, 3544, 3552, 3560, 3567, 3575, 3580, 3586,
            3595, 3605, 3613, 3621, 3628, 3635, 3642, 3648, 3660, 3666, 3673, 3684,
        ],
    },
    street_kinds: List {
        text: "\
            Allée|Avenue|Rue|Cours|Venelle|Impasse|Place",
        ends: &[
            6, 13, 17, 23, 31, 39, 45,
        ],
    },
    place_starts: List {
        text: "\
            North|East|West|South|New|Lake|Port",
        ends: &[
            5, 10, 15, 21, 25, 30, 35,
        ],
    },
    place_ends: List {
        text: "\
            town|ton|land|ville|berg|burgh|borough|bury|view|port|mouth|stad|furt|chester|fort|haven|side\
            |shire",
        ends: &[
            4, 8, 13, 19, 24, 30, 38, 43, 48, 53, 59, 64, 69, 77, 82, 88, 93, 99,
        ],
    },
    company_kinds: List {
        text: "\
            Inc|and Sons|LLC|Group",
        ends: &[
            3, 12, 16, 22,
        ],
    },
};

pub(super) static IT: Lists = Lists {
    first_names: List {
        text: "\
            Adele|Alessandro|Alessio|Alice|Ambra|Amelia|Andrea|Anita|Anna|Antonio|Arianna|Aurora|Azzurra\
            |Beatrice|Bianca|Camilla|Carlotta|Cecilia|Celeste|Chiara|Chloe|Christian|Damiano|Daniele|Davide\
            |Diana|Diego|Domenico|Edoardo|Elena|Eleonora|Elia|Elisa|Emanuele|Emily|Emma|Enea|Ettore|Eva\
            |Federico|Filippo|Francesca|Francesco|Gabriel|Gabriele|Gaia|Giacomo|Giada|Ginevra|Gioele|Gioia\
            |Giorgia|Giorgio|Giovanni|Giulia|Giulio|Giuseppe|Greta|Isabel|Jacopo|Lavinia|Leonardo|Liam\
            |Lorenzo|Luca|Ludovica|Luigi|Marco|Margherita|Maria|Marta|Martina|Matilde|Matteo|Mattia|Mia\
            |Michele|Nathan|Nicole|Nina|Noah|Noemi|Pietro|Raffaele|Rebecca|Riccardo|Salvatore|Samuel|Samuele\
            |Santiago|Sara|Simone|Sofia|Sole|Thomas|Tommaso|Vincenzo|Viola|Vittoria",
        ends: &[
            5, 16, 24, 30, 36, 43, 50, 56, 61, 69, 77, 84, 92, 101, 108, 116, 125, 133, 141, 148, 154, 164,
            172, 180, 187, 193, 199, 208, 216, 222, 231, 236, 242, 251, 257, 262, 267, 274, 278, 287, 295,
            305, 315, 323, 332, 337, 345, 351, 359, 366, 372, 380, 388, 397, 404, 411, 420, 426, 433, 440,
            448, 457, 462, 470, 475, 484, 490, 496, 507, 513, 519, 527, 535, 542, 549, 553, 561, 568, 575,
            580, 585, 591, 598, 607, 615, 624, 634, 641, 649, 658, 663, 670, 676, 681, 688, 696, 705, 711,
            720,
        ],
    },
    last_names: List {
        text: "\
            Barbieri|Bianchi|Bianco|Bruno|Caruso|Cattaneo|Colombo|Conti|Coppola|Costa|D'Angelo|Dalla|De Luca\
            |Esposito|Fabbri|Ferrara|Ferrari|Ferri|Fontana|Galli|Gallo|Gatti|Gentile|Giordano|Greco|Leone\
            |Lombardi|Longo|Mancini|Marchetti|Mariani|Marini|Marino|Martinelli|Martini|Messina|Monti|Moretti\
            |Ricci|Rinaldi|Rizzo|Romano|Rossi|Russo|Sala|Santoro|Serra|Villa|Vitale",
        ends: &[
            8, 16, 23, 29, 36, 45, 53, 59, 67, 73, 82, 88, 96, 105, 112, 120, 128, 134, 142, 148, 154, 160,
            168, 177, 183, 189, 198, 204, 212, 222, 230, 237, 244, 255, 263, 271, 277, 285, 291, 299, 305,
            312, 318, 324, 329, 337, 343, 349, 356,
        ],
    },
    street_kinds: List {
        text: "\
            Via|Viale|Piazza|Piazzale|Corso|Strada|Circonvallazione",
        ends: &[
            3, 9, 16, 25, 31, 38, 55,
        ],
    },
    place_starts: List {
        text: "\
            Villa|San|Santa|Santo",
        ends: &[
            5, 9, 15, 21,
        ],
    },
    place_ends: List {
        text: "\
            del Castello|del Lago|del Tramonto",
        ends: &[
            12, 21, 34,
        ],
    },
    company_kinds: List {
        text: "\
            S.p.A.|S.a.p.a.|S.r.l.|S.r.ls.|S.s.|S.n.c.|S.a.s.",
        ends: &[
            6, 15, 22, 30, 35, 42, 49,
        ],
    },
};

pub(super) static NL: Lists = Lists {
    first_names: List {
        text: "\
            Sanne|Maaike|Femke|Marieke|Marjolein|Nienke|Merel|Janneke|Marloes|Lisanne|Annemarie|Renske\
            |Evelien|Rianne|Annemieke|Loes|Karlijn|Mieke|Hanneke|Marjon|Lonneke|Moniek|Paulien|Annet\
            |Anne-Marie|Fleur|Lieke|Milou|Danique|Veerle|Mirthe|Noortje|Linde|Pien|Madelief|Mirte|Pleun|FAnke\
            |Yfke|Fem|Daniek|Patty|Jeroen|Martijn|Maarten|Wouter|Bas|Joost|Jelle|Koen|Bastiaan|Michiel|Remco\
            |Sjoerd|Matthijs|Joris|Menno|Roel|Robbert|Rik|Ruud|Jos|Lennart|Daan|Thijs|Luuk|Stijn|Floris,|Teun\
            |Niek|Joep|Wessel|Pepijn|Tijn|Guus|Thijmen|Hidde|Marijn|Stef|Sven|Noud|Loek|Max",
        ends: &[
            5, 12, 18, 26, 36, 43, 49, 57, 65, 73, 83, 90, 98, 105, 115, 120, 128, 134, 142, 149, 157, 164,
            172, 178, 189, 195, 201, 207, 215, 222, 229, 237, 243, 248, 257, 263, 269, 275, 280, 284, 291,
            297, 304, 312, 320, 327, 331, 337, 343, 348, 357, 365, 371, 378, 387, 393, 399, 404, 412, 416,
            421, 425, 433, 438, 444, 449, 455, 463, 468, 473, 478, 485, 492, 497, 502, 510, 516, 523, 528,
            533, 538, 543, 547,
        ],
    },
    last_names: List {
        text: "\
            de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Janssen|Visser|Smit|Meijer|de Boer|Mulder\
            |de Groot|Bos|Vos|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf\
            |van der Meer|van der Linden|Kok|Jakobs|de Haan|Vermeulen|van den Heuvel|van der Veen\
            |van den Broek|de Bruijn|de Bruin|van der Heijden|Schouten|van Beek|Willems|van Vliet|van de Ven\
            |Hoekstra|Maas|Verhoeven|Koster|van Dam|van der Wal|Prins|Blom|Hisman|Peeters|de Jonge|Kuipers\
            |van Veen|Post|Kuiper|Veenstra|Kramer|van den Brink|Scholten|van Wijk|Postma|Martens|Vink\
            |de Ruiter|Timmermans|Groen|Gerritsen|Jonker|van Loon|Boer|van der Velde|Willemsen|Smeets\
            |de Lange|de Vos|Bosch|van Dongen|Schipper|de Koning|van der Laan|Koning|van der Velden|Driessen\
            |van Doorn|Hermans|Evers|van den Bosch|van der Meulen|Hofman|Bosman|Wolters|Sanders|van der Horst\
            |Mol|Kuijpers|Molenaar|van de Pol|de Leeuw|Verbeek",
        ends: &[
            7, 14, 23, 36, 45, 52, 60, 67, 72, 79, 87, 94, 103, 107, 111, 118, 127, 139, 146, 154, 161, 170,
            176, 185, 198, 213, 217, 224, 232, 242, 257, 270, 284, 294, 303, 319, 328, 337, 345, 355, 366,
            375, 380, 390, 397, 405, 417, 423, 428, 435, 443, 452, 460, 469, 474, 481, 490, 497, 511, 520,
            529, 536, 544, 549, 559, 570, 576, 586, 593, 602, 607, 621, 631, 638, 647, 654, 660, 671, 680,
            690, 703, 710, 725, 734, 744, 752, 758, 772, 787, 794, 801, 809, 817, 831, 835, 844, 853, 864,
            873, 881,
        ],
    },
    street_kinds: List {
        text: "\
            laan|pad|straat|plaats|steeg|weg",
        ends: &[
            4, 8, 15, 22, 28, 32,
        ],
    },
    place_starts: List {
        text: "\
            Oud|Groot|Klein|Lage|Hoge|Nieuw|Boven|Beneden",
        ends: &[
            3, 9, 15, 20, 25, 31, 37, 45,
        ],
    },
    place_ends: List {
        text: "\
            aarde|akker|daal|donk|drecht|geest|gem|gestel|heem|holt|horst|iacum|lare|loo|rode|schot|schote\
            |sel|speet|voorde|werd|ward|werf|wierd|wijk|wolde",
        ends: &[
            5, 11, 16, 21, 28, 34, 38, 45, 50, 55, 61, 67, 72, 76, 81, 87, 94, 98, 104, 111, 116, 121, 126,
            132, 137, 143,
        ],
    },
    company_kinds: List {
        text: "\
            vof|cv|bv|nv|ez|mts|eG|stichting|vereniging|coöperatie",
        ends: &[
            3, 6, 9, 12, 15, 19, 22, 32, 43, 55,
        ],
    },
};

pub(super) static PT_BR: Lists = Lists {
    first_names: List {
        text: "\
            Aaron|Abgail|Adriana|Adriano|Adriel|Adriele|Afonso|Agatha|Agostinho|Agustina|Alan|Alana\
            |Alessandra|Alessandro|Alexa|Alexandre|Alice|Aline|Allan|Allison|Alma|Alonso|Alícia|Amanda|Amélia\
            |Ana|Analu|Anderson|Andres|Andressa|André|Andréa|Andréia|Angélica|Anita|Antonella|Antonieta\
            |Antônio|Aparecida|Ariana|Ariane|Arthur|Artur|Augusto|Aurora|Ayla|Beatriz|Bella|Benedito|Benjamin\
            |Benício|Bernardo|Betina|Bia|Bianca|Breno|Bruna|Bruno|Bárbara|Caio|Camila|Camilo|Carla|Carlos\
            |Carol|Carolina|Caroline|Catarina|Cauan|Cecília|Cezar|Christian|Christopher|Clara|Clarice|Cláudia\
            |Cláudio|Cléber|Constância|Cristian|Cristiana|Cristiano|Cristina|Cristóvão|Cynthia|César|Cíntia\
            |Daiana|Daiane|Daniel|Daniela|Daniele|Daniella|Danielle|Danilo|Dante|Davi|David|Dayana|Dayane\
            |Deivid|Demian|Dener|Denis|Denise|Diana|Diego|Diogo|Dirce|Débora|Edilson|Edson|Eduarda|Eduardo\
            |Elaine|Eliane|Elias|Elis|Elisa|Elizabeth|Ellen|Eloah|Eloá|Emanuel|Emanuelly|Emerson|Emiliano\
            |Emilly|Emily|Emília|Emílio|Enzo|Eric|Erik|Estela|Ester|Esther|Estêvão|Eunice|Eva|Evandro|Everton\
            |Fabiana|Fabiano|Fabrício|Felipe|Fernanda|Fernando|Filipe|Flor|Flávia|Flávio|Franciele|Francisco\
            |Franco|Fábio|Fátima|Gabi|Gabriel|Gabriela|Gabrielle|Gabrielly|Gael|Gean|George|Gian|Gilberto\
            |Giovana|Giovane|Giovanna|Gisela|Gisele|Graziela|Guilherme|Gustavo|Heitor|Helena|Heloise|Heloísa\
            |Henrique|Hernani|Hortência|Horácio|Hosana|Hugo|Ian|Iasmin|Ícaro|Igor|Ingrid|Inácio|Irene|Isaac\
            |Isabel|Isabella|Isabelly|Isadora|Isis|Ivan|Ítalo|Ivana|James|Janaina|Jaqueline|Jasmin|Jean\
            |Jefferson|Jennifer|Jerônimo|Joana|Joaquim|Joaquin|Jonas|Jorge|Josefina|Josué|José|Joyce|João\
            |Juan|Juliana|Juliane|Juliano|Julieta|Jácomo|Jéssica|Júlia|Júlio|Kamila|Karen|Karina|Karine\
            |Katherine|Kauan|Kelly|Ketlin|Kevin|Kléber|Késia|Laiane|Lara|Larissa|Laura|Lavínia|Laís|Leandro\
            |Leo|Leonardo|Letícia|Lia|Lidiane|Lilian|Liz|Lorena|Lorenzo|Louise|Luan|Luana|Luara|Lucas|Luciana\
            |Luciano|Lucio|Luis|Luiz|Luiza|Luna|Luzia|Luísa|Léia|Lívia|Lúcia|Madalena|Maiara|Maicon|Maitê\
            |Malena|Malu|Manoela|Manuel|Manuela|Maraisa|Marcelo|Marco|Marcos|Mari|Maria|Mariah|Mariana|Marina\
            |Marisa|Marta|Martinho|Mary|Marília|Mateus|Matheus|Matias|Mauro|Maurício|Maximiano|Maya|Mayara\
            |Maísa|Mel|Melina|Melinda|Melissa|Mia|Micaela|Michael|Michele|Michelle|Miguel|Mila|Milena|Milene\
            |Miranda|Mirela|Mirella|Miriam|Moisés|Murilo|Márcia|Márcio|Mário|Máximo|Mônica|Naiara|Naomi|Natal\
            |Natan|Nathalia|Natália|Nayara|Nelson|Nero|Nicolas|Nicole|Noa|Noel|Noelí|Noemi|Norma|Nádia|Ohana\
            |Olga|Olívia|Ornela|Otávio|Pablo|Paloma|Paola|Patrícia|Paula|Paulina|Paulo|Pedro|Pietra|Poliana\
            |Priscila|Pâmela|Pérola|Rafael|Rafaela|Raissa|Raphael|Raquel|Rayane|Raysa|Rebeca|Regiane|Regina\
            |Reinaldo|Renan|Renata|Renato|Ricardo|Richard|Roberta|Roberto|Robson|Rodolfo|Rodrigo|Rogério\
            |Ronaldo|Rosana|Ruth|Sabrina|Samanta|Samara|Samuel|Sandra|Sandro|Santiago|Sara|Sarah|Saulo\
            |Sebastião|Sergio|Sheila|Silvana|Simon|Simone|Simão|Sofia|Sophia|Sophie|Stefany|Stella|Stephanie\
            |Stephany|Suelen|Sueli|Suellen|Suzana|Sérgio|Sônia|Tainara|Talita|Tatiana|Tatiane|Taís|Teobaldo\
            |Tessália|Thales|Thalia|Thalissa|Thalita|Thaís|Thiago|Thomas|Théo|Tiago|Tomás|Tábata|Tâmara|Téo\
            |Valentin|Valentina|Valéria|Vanessa|Verônica|Vicente|Victor|Vinícius|Violeta|Vitor|Vitória\
            |Viviane|Wagner|Walter|Wellington|Wesley|William|Willian|Wilson|Yasmin|Yohanna|Yuri|Ziraldo",
        ends: &[
            5, 12, 20, 28, 35, 43, 50, 57, 67, 76, 81, 87, 98, 109, 115, 125, 131, 137, 143, 151, 156, 163,
            171, 178, 186, 190, 196, 205, 212, 221, 228, 236, 245, 255, 261, 271, 281, 290, 300, 307, 314,
            321, 327, 335, 342, 347, 355, 361, 370, 379, 388, 397, 404, 408, 415, 421, 427, 433, 442, 447,
            454, 461, 467, 474, 480, 489, 498, 507, 513, 522, 528, 538, 550, 556, 564, 573, 582, 590, 602,
            611, 621, 631, 640, 652, 660, 667, 675, 682, 689, 696, 704, 712, 721, 730, 737, 743, 748, 754,
            761, 768, 775, 782, 788, 794, 801, 807, 813, 819, 825, 833, 841, 847, 855, 863, 870, 877, 883,
            888, 894, 904, 910, 916, 922, 930, 940, 948, 957, 964, 970, 978, 986, 991, 996, 1001, 1008, 1014,
            1021, 1031, 1038, 1042, 1050, 1058, 1066, 1074, 1084, 1091, 1100, 1109, 1116, 1121, 1129, 1137,
            1147, 1157, 1164, 1171, 1179, 1184, 1192, 1201, 1211, 1221, 1226, 1231, 1238, 1243, 1252, 1260,
            1268, 1277, 1284, 1291, 1300, 1310, 1318, 1325, 1332, 1340, 1349, 1358, 1366, 1377, 1386, 1393,
            1398, 1402, 1409, 1416, 1421, 1428, 1436, 1442, 1448, 1455, 1464, 1473, 1481, 1486, 1491, 1498,
            1504, 1510, 1518, 1528, 1535, 1540, 1550, 1559, 1569, 1575, 1583, 1591, 1597, 1603, 1612, 1619,
            1625, 1631, 1637, 1642, 1650, 1658, 1666, 1674, 1682, 1691, 1698, 1705, 1712, 1718, 1725, 1732,
            1742, 1748, 1754, 1761, 1767, 1775, 1782, 1789, 1794, 1802, 1808, 1817, 1823, 1831, 1835, 1844,
            1853, 1857, 1865, 1872, 1876, 1883, 1891, 1898, 1903, 1909, 1915, 1921, 1929, 1937, 1943, 1948,
            1953, 1959, 1964, 1970, 1977, 1983, 1990, 1997, 2006, 2013, 2020, 2027, 2034, 2039, 2047, 2054,
            2062, 2070, 2078, 2084, 2091, 2096, 2102, 2109, 2117, 2124, 2131, 2137, 2146, 2151, 2160, 2167,
            2175, 2182, 2188, 2198, 2208, 2213, 2220, 2227, 2231, 2238, 2246, 2254, 2258, 2266, 2274, 2282,
            2291, 2298, 2303, 2310, 2317, 2325, 2332, 2340, 2347, 2355, 2362, 2370, 2378, 2385, 2393, 2401,
            2408, 2414, 2420, 2426, 2435, 2444, 2451, 2458, 2463, 2471, 2478, 2482, 2487, 2494, 2500, 2506,
            2513, 2519, 2524, 2532, 2539, 2547, 2553, 2560, 2566, 2576, 2582, 2590, 2596, 2602, 2609, 2617,
            2626, 2634, 2642, 2649, 2657, 2664, 2672, 2679, 2686, 2692, 2699, 2707, 2714, 2723, 2729, 2736,
            2743, 2751, 2759, 2767, 2775, 2782, 2790, 2798, 2807, 2815, 2822, 2827, 2835, 2843, 2850, 2857,
            2864, 2871, 2880, 2885, 2891, 2897, 2908, 2915, 2922, 2930, 2936, 2943, 2950, 2956, 2963, 2970,
            2978, 2985, 2995, 3004, 3011, 3017, 3025, 3032, 3040, 3047, 3055, 3062, 3070, 3078, 3084, 3093,
            3103, 3110, 3117, 3126, 3134, 3141, 3148, 3155, 3161, 3167, 3174, 3182, 3190, 3195, 3204, 3214,
            3223, 3231, 3241, 3249, 3256, 3266, 3274, 3280, 3289, 3297, 3304, 3311, 3322, 3329, 3337, 3345,
            3352, 3359, 3367, 3372, 3380,
        ],
    },
    last_names: List {
        text: "\
            Abreu|Aguiar|Alcantara|Alves|Amaral|Aragão|Aranda|Arruda|Ávila|Assunção|Azevedo|Balestero|Barreto\
            |Barros|Batista|Beltrão|Benez|Benites|Bezerra|Bittencourt|Bonilha|Branco|Brito|Burgos|Caldeira\
            |Camacho|Campos|Carmona|Carrara|Carvalho|Casanova|Cervantes|Chaves|Colaço|Cordeiro|Corona|Correia\
            |Cortês|Cruz|Delatorre|Delgado|Delvalle|Deverso|Dias|Dominato|Domingues|Duarte|Escobar|Espinoza\
            |Esteves|Estrada|Faria|Faro|Feliciano|Ferminiano|Fernandes|Ferraz|Ferreira|Fidalgo|Flores|Fonseca\
            |Fontes|Franco|Furtado|Galhardo|Galindo|Galvão|Garcia|Gil|Godói|Gomes|Gonçalves|Grego|Guerra\
            |Gusmão|Jimenes|Leal|Leon|Lira|Lourenço|Lovato|Lozano|Lutero|Madeira|Maia|Maldonado|Marin|Marinho\
            |Marques|Martines|Marés|Mascarenhas|Matias|Matos|Medina|Meireles|Mendes|Mendonça|Molina\
            |Montenegro|Neves|Oliveira|Ortega|Ortiz|Pacheco|Padilha|Padrão|Paes|Paz|Pedrosa|Pena|Pereira\
            |Perez|Pontes|Prado|Queirós|Quintana|Ramires|Ramos|Rangel|Reis|Rezende|Rico|Rios|Rivera|Rocha\
            |Rodrigues|Romero|Roque|Rosa|Saito|Salas|Salazar|Sales|Salgado|Sanches|Sandoval|Santacruz|Santana\
            |Santiago|Santos|Saraiva|Sepúlveda|Serna|Serra|Serrano|Soares|Solano|Soto|Souza|Tamoio|Teles\
            |Toledo|Torres|Uchoa|Urias|Valdez|Vale|Valente|Valentin|Valência|Vasques|Vega|Velasques|Verdara\
            |Verdugo|Vieira|Vila|Zamana|Zambrano|Zaragoça|da Cruz|da Rosa|da Silva|das Dores|das Neves\
            |de Aguiar|de Arruda|de Freitas|de Oliveira|de Souza",
        ends: &[
            5, 12, 22, 28, 35, 43, 50, 57, 64, 75, 83, 93, 101, 108, 116, 125, 131, 139, 147, 159, 167, 174,
            180, 187, 196, 204, 211, 219, 227, 236, 245, 255, 262, 270, 279, 286, 294, 302, 307, 317, 325,
            334, 342, 347, 356, 366, 373, 381, 390, 398, 406, 412, 417, 427, 438, 448, 455, 464, 472, 479,
            487, 494, 501, 509, 518, 526, 534, 541, 545, 552, 558, 569, 575, 582, 590, 598, 603, 608, 613,
            623, 630, 637, 644, 652, 657, 667, 673, 681, 689, 698, 705, 717, 724, 730, 737, 746, 753, 763,
            770, 781, 787, 796, 803, 809, 817, 825, 833, 838, 842, 850, 855, 863, 869, 876, 882, 891, 900,
            908, 914, 921, 926, 934, 939, 944, 951, 957, 967, 974, 980, 985, 991, 997, 1005, 1011, 1019, 1027,
            1036, 1046, 1054, 1063, 1070, 1078, 1089, 1095, 1101, 1109, 1116, 1123, 1128, 1134, 1141, 1147,
            1154, 1161, 1167, 1173, 1180, 1185, 1193, 1202, 1212, 1220, 1225, 1235, 1243, 1251, 1258, 1263,
            1270, 1279, 1289, 1297, 1305, 1314, 1324, 1334, 1344, 1354, 1365, 1377, 1386,
        ],
    },
    street_kinds: List {
        text: "\
            Av.|Avenida|R.|Rua|Travessa|Largo",
        ends: &[
            3, 11, 14, 18, 27, 33,
        ],
    },
    place_starts: List {
        text: "\
            Vila|São|Santa|Santo|Póvoa|Alto",
        ends: &[
            4, 9, 15, 21, 28, 33,
        ],
    },
    place_ends: List {
        text: "\
            do Castelo|da Feira|de Cima|de Baixo|de Riba|de Sousa",
        ends: &[
            10, 19, 27, 36, 44, 53,
        ],
    },
    company_kinds: List {
        text: "\
            e Filhos|e Associados|Ltda.|S.A.",
        ends: &[
            8, 21, 27, 32,
        ],
    },
};

pub(super) static PT_PT: Lists = Lists {
    first_names: List {
        text: "\
            Abel|Adriana|Adriano|Alberto|Alexandra|Alexandre|Ana|André|António|Artur|Beatriz|Bruno|Carla\
            |Carlos|Carolina|Catarina|Cristina|Daniel|David|Diana|Diogo|Eduardo|Fernando|Filipa|Francisco\
            |Gonçalo|Guilherme|Helena|Hugo|Inês|Isabel|João|Jorge|José|Leonor|Lia|Liliana|Luís|Manuel\
            |Margarida|Maria|Mário|Miguel|Nuno|Paulo|Pedro|Rafael|Ricardo|Rita|Rosa|Rui|Sara|Sofia|Teresa\
            |Tiago|Tomás|Vasco|Afonso|Alice|Amélia|Bernardo|Clara|Dinis|Duarte|Eva|Gabriel|Gustavo|Íris|Joana\
            |Joaquim|Laura|Lucas|Luísa|Madalena|Mafalda|Martim|Matilde|Melissa|Nicole|Noa|Rafaela|Raquel\
            |Rodrigo|Salvador|Santiago|Simão|Vicente",
        ends: &[
            4, 12, 20, 28, 38, 48, 52, 59, 68, 74, 82, 88, 94, 101, 110, 119, 128, 135, 141, 147, 153, 161,
            170, 177, 187, 196, 206, 213, 218, 224, 231, 237, 243, 249, 256, 260, 268, 274, 281, 291, 297,
            304, 311, 316, 322, 328, 335, 343, 348, 353, 357, 362, 368, 375, 381, 388, 394, 401, 407, 415,
            424, 430, 436, 443, 447, 455, 463, 469, 475, 483, 489, 495, 502, 511, 519, 526, 534, 542, 549,
            553, 561, 568, 576, 585, 594, 601, 609,
        ],
    },
    last_names: List {
        text: "\
            Abreu|Almeida|Alves|Araújo|Azevedo|Barbosa|Barros|Batista|Borges|Branco|Caldas|Campos|Cardoso\
            |Carvalho|Castro|Coelho|Correia|Costa|Cruz|Cunha|Dias|Domingues|Esteves|Faria|Fernandes|Ferreira\
            |Figueiredo|Freitas|Garcia|Gaspar|Gomes|Gonçalves|Guerra|Henriques|Jesus|Leal|Lima|Lopes|Lourenço\
            |Machado|Magalhães|Marques|Martins|Matos|Melo|Mendes|Meireles|Miranda|Monteiro|Morais|Moreira\
            |Mota|Nunes|Oliveira|Pacheco|Paiva|Pascoal|Paixão|Pereira|Pinheiro|Pinto|Pires|Ramos|Reis|Ribeiro\
            |Rocha|Rodrigues|Rosa|Santos|Santana|Saraiva|Silva|Simões|Soares|Sousa|Teixeira|Vaz|Vicente\
            |Abrantes|Aguiar|Amaral|Antunes|Baptista|Barreto|Bessa|Carneiro|Carreira|Coutinho|Duarte|Fonseca\
            |Godinho|Guerreiro|Leite|Macedo|Nascimento|Neto|Nogueira|Pais|Queirós|Raposo|Salgueiro|Sampaio\
            |Sequeira|Tavares|Vale|Valente|Vieira",
        ends: &[
            5, 13, 19, 27, 35, 43, 50, 58, 65, 72, 79, 86, 94, 103, 110, 117, 125, 131, 136, 142, 147, 157,
            165, 171, 181, 190, 201, 209, 216, 223, 229, 240, 247, 257, 263, 268, 273, 279, 289, 297, 308,
            316, 324, 330, 335, 342, 351, 359, 368, 375, 383, 388, 394, 403, 411, 417, 425, 433, 441, 450,
            456, 462, 468, 473, 481, 487, 497, 502, 509, 517, 525, 531, 539, 546, 552, 561, 565, 573, 582,
            589, 596, 604, 613, 621, 627, 636, 645, 654, 661, 669, 677, 687, 693, 700, 711, 716, 725, 730,
            739, 746, 756, 764, 773, 781, 786, 794, 801,
        ],
    },
    street_kinds: List {
        text: "\
            Alameda|Avenida|Calçada|Estrada|Largo|Praça|Rua|Travessa",
        ends: &[
            7, 15, 24, 32, 38, 45, 49, 58,
        ],
    },
    place_starts: List {
        text: "\
            Vila|São|Santa|Santo|Póvoa|Alto",
        ends: &[
            4, 9, 15, 21, 28, 33,
        ],
    },
    place_ends: List {
        text: "\
            do Castelo|da Feira|de Cima|de Baixo|de Riba|de Sousa",
        ends: &[
            10, 19, 27, 36, 44, 53,
        ],
    },
    company_kinds: List {
        text: "\
            S.A.|Lda.|SGPS|e Filhos|Unipessoal|Sociedade Unipessoal|Group",
        ends: &[
            4, 9, 14, 23, 34, 55, 61,
        ],
    },
};

pub(super) static ZH_CN: Lists = Lists {
    first_names: List {
        text: "\
            文辉|杰邦|文材|文渊|文达|明轩|彬华|瀚福|厉轩|杰裕|俊胜|睿轩|远旭|寒烟|杰毅|鸿灿|远鸿|文兴|志国|鼎遥|镜宇|鸿承|俊伟|鼎翎|修永|世图|俊新|冠宇|寒云|瀚君|弘玮|韵杰\
            |杰雄|文霖|俊帆|昌凯|德春|杰书|昌翔|德元|乐奇|旭翰|君乾|任平|泽信|圣国|弘耀|博远|月阳|泰玄|伦博|龙德|鼎佑|哲瀚|弘振|昌云|新远|贵依|俊颜|文来|玮轩|鼎鸿|秋风|荣银\
            |志辉|博伦|荣春|睿博|世康|瀚景|智涛|晋运|杰翔|晋刚|明新|展瀚|杰依|昌毅|风涛|寒承|圣帆|明志|旭冠|玮博|宇灿|雨瑞|清泉|月星|志欧|德宝|文韵|文祖|文春|韵宇|光耀|弘靖\
            |君翔|棋博|弘浩|宇驰|文驰|彬逸|瀚舟|新杰|哲南|志邦|泽君|文辰|玮畅|彬城|涛胜|晋永|涛羽|鼎宇|棋翰|贵博|桦楠|志伟|弘邦|明瑞|柯勤|青松|德轩|翰辰|远乔|鸿祥|翰颜|杉晖\
            |金福|远瑾|博尘|晋岳|德石|海杉|鼎承|明健|瀚诚|浩新|彬琪|城德|鼎智|圣天|晋枝|德君|曲漾|翰逸|若菲|博泰|秀永|宇瀚|君裕|仁顺|鼎风|辰逸|杰奥|百川|瀚德|浩诚|杰宏|昌奇\
            |丰瞻|博仁|文皓|俊龙|彬锐|畅瑞|昌贤|雪松|玉燕|春柏|楠素|君壁|睿娇|甜英|向卉|丽梅|芙香|云昕|馥烟|娜盈|娜漫|凝雁|紫槐|雪娅|冰兰|幻莲|雪柳|冰旋|甜熙|沛珊|语雅|芳虹\
            |若雪|雨珍|春竹|妙香|花萍|惜茵|沐娟|月爽|瑜柔|红芍|秋柔|紫呜|娇语|雅瑾|妙筠|琪涵|秋荷|茹婕|冰婉|雨双|雨雪|映倚|翠竹|珍美|怡钰|馨梨|娅楠|晓巧|雪芳|韵雪|以菱|静影\
            |依云|凌瑶|巧春|安荷|佳红|雁卉|菲霞|莉梦|梦芹|月虹|以萱|红芳|水云|幻丝|语凤|香怡|婷莉|依柏|润慧|雪曦|璇盈|平绿|乐丹|紫真|念薇|春儿|谷波|菡颖|秋春|蕾碧|珊琴|翠柳\
            |芹香|云燕|紫超|艳姗|瑜昕|念芹|静琪|柔雅|宛凝|沛菡|醉蝶|语嫣|幻紫|萱雅|绮彤|香菱|若蕾|晓玫|馨蕊|水瑶|珊缦|芳菲|海桃|雅儿|蕾雅|碧彤|黛亦|蝶葵|淑颖|寻春|梅雪|如春\
            |紫怡|妍芳|静璇|昕怡|醉珊|紫芳|雨嘉|晓青|艳蓉|采菡|清云|婕莲|冰烟|玫雅|雅彤|茹桃|紫薇|思芳|冰颖|晓亦|含樱|菲槐|水莹|水冰|彤旋|月霞|丹华|海亦|晴柔|曦奇|歆翠",
        ends: &[
            6, 13, 20, 27, 34, 41, 48, 55, 62, 69, 76, 83, 90, 97, 104, 111, 118, 125, 132, 139, 146, 153,
            160, 167, 174, 181, 188, 195, 202, 209, 216, 223, 230, 237, 244, 251, 258, 265, 272, 279, 286,
            293, 300, 307, 314, 321, 328, 335, 342, 349, 356, 363, 370, 377, 384, 391, 398, 405, 412, 419,
            426, 433, 440, 447, 454, 461, 468, 475, 482, 489, 496, 503, 510, 517, 524, 531, 538, 545, 552,
            559, 566, 573, 580, 587, 594, 601, 608, 615, 622, 629, 636, 643, 650, 657, 664, 671, 678, 685,
            692, 699, 706, 713, 720, 727, 734, 741, 748, 755, 762, 769, 776, 783, 790, 797, 804, 811, 818,
            825, 832, 839, 846, 853, 860, 867, 874, 881, 888, 895, 902, 909, 916, 923, 930, 937, 944, 951,
            958, 965, 972, 979, 986, 993, 1000, 1007, 1014, 1021, 1028, 1035, 1042, 1049, 1056, 1063, 1070,
            1077, 1084, 1091, 1098, 1105, 1112, 1119, 1126, 1133, 1140, 1147, 1154, 1161, 1168, 1175, 1182,
            1189, 1196, 1203, 1210, 1217, 1224, 1231, 1238, 1245, 1252, 1259, 1266, 1273, 1280, 1287, 1294,
            1301, 1308, 1315, 1322, 1329, 1336, 1343, 1350, 1357, 1364, 1371, 1378, 1385, 1392, 1399, 1406,
            1413, 1420, 1427, 1434, 1441, 1448, 1455, 1462, 1469, 1476, 1483, 1490, 1497, 1504, 1511, 1518,
            1525, 1532, 1539, 1546, 1553, 1560, 1567, 1574, 1581, 1588, 1595, 1602, 1609, 1616, 1623, 1630,
            1637, 1644, 1651, 1658, 1665, 1672, 1679, 1686, 1693, 1700, 1707, 1714, 1721, 1728, 1735, 1742,
            1749, 1756, 1763, 1770, 1777, 1784, 1791, 1798, 1805, 1812, 1819, 1826, 1833, 1840, 1847, 1854,
            1861, 1868, 1875, 1882, 1889, 1896, 1903, 1910, 1917, 1924, 1931, 1938, 1945, 1952, 1959, 1966,
            1973, 1980, 1987, 1994, 2001, 2008, 2015, 2022, 2029, 2036, 2043, 2050, 2057, 2064, 2071, 2078,
            2085, 2092, 2099, 2106, 2113, 2120, 2127, 2134, 2141, 2148, 2155, 2162, 2169, 2176, 2183, 2190,
            2197, 2204, 2211, 2218, 2225, 2232,
        ],
    },
    last_names: List {
        text: "\
            王|李|张|刘|陈|杨|黄|赵|吴|周|徐|孙|马|朱|胡|郭|何|高|林|郑|谢|罗|梁|宋|唐|许|韩|冯|邓|曹|彭|曾|萧|田|董|袁|潘|于|蒋|蔡|余|杜|叶|程|苏|魏|吕|丁|任\
            |沈|姚|卢|姜|崔|钟|谭|陆|汪|范|金|石|廖|贾|夏|韦|付|方|白|邹|孟|熊|秦|邱|江|尹|薛|闫|段|雷|侯|龙|史|陶|黎|贺|顾|毛|郝|龚|邵|万|钱|严|覃|武|戴|莫\
            |孔|向|汤|欧阳",
        ends: &[
            3, 7, 11, 15, 19, 23, 27, 31, 35, 39, 43, 47, 51, 55, 59, 63, 67, 71, 75, 79, 83, 87, 91, 95, 99,
            103, 107, 111, 115, 119, 123, 127, 131, 135, 139, 143, 147, 151, 155, 159, 163, 167, 171, 175,
            179, 183, 187, 191, 195, 199, 203, 207, 211, 215, 219, 223, 227, 231, 235, 239, 243, 247, 251,
            255, 259, 263, 267, 271, 275, 279, 283, 287, 291, 295, 299, 303, 307, 311, 315, 319, 323, 327,
            331, 335, 339, 343, 347, 351, 355, 359, 363, 367, 371, 375, 379, 383, 387, 391, 395, 399, 406,
        ],
    },
    street_kinds: List {
        text: "\
            路|街|道|巷|桥|角",
        ends: &[
            3, 7, 11, 15, 19, 23,
        ],
    },
    place_starts: List {
        text: "\
            东|西|南|北|中|新",
        ends: &[
            3, 7, 11, 15, 19, 23,
        ],
    },
    place_ends: List {
        text: "\
            城|镇|乡|市",
        ends: &[
            3, 7, 11, 15,
        ],
    },
    company_kinds: List {
        text: "\
            有限公司|有限责任公司|股份有限公司|集团|律师事务所|研究院|研究所|中心|工作室|合作社|厂|店|行|社",
        ends: &[
            12, 31, 50, 57, 73, 83, 93, 100, 110, 120, 124, 128, 132, 136,
        ],
    },
};
