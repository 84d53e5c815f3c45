using LowCodeErp.Formula.Cases;

namespace LowCodeErp.Formula.Tests.Cases;

/// <summary>Every case of the shared file that is meant to come out differently than in Excel, with the reason.</summary>
internal static class DeliberateDifferences
{
    private static readonly (string Reason, string Ids)[] Groups =
    [
        ("IF without else is blank, not FALSE: a missing branch is no value.", "F0795"),
        ("An order comparison with a blank is false both ways; otherwise an alert 金额 < 100 fires on every empty record.",
            "F0237 F0800 F0803 F0804 F0805 F3186 F3187"),
        ("Blank in, blank out for dates: an empty date is not 1900-01-00.", "F0782 F0809 F1275"),
        ("A text is never silently read as a number, nor a number ordered against a text; the message says VALUE or &.",
            "F1062 F3154 F3155 F3203 F2125 F2126 F2128 F2129 F2130 F2133 F2134 F2135"),
        ("Numbers in & have one fixed form (formula.md §3), so that this coercion is allowed.", "F3696 F3697 F3701 F3703 F4261 F4519 F4521"),
        ("TRUE has no one text in two languages; the message says IF(…, \"是\", \"否\").", "F3260"),
        ("The years before 1904: Excel believes in 1900-02-29, and in dates before 1900.", "F0144 F0147 F0149 F0150 F0151 F2636"),
        ("DATEDIF \"MD\" is left out: Excel itself gives -2.", "F0275 F0280 F0286 F0292 F0298 F0315 F0321 F0333 F0340 F0345"),
        ("DATEVALUE reads ISO and yyyy/M/d, yyyy年M月d日 only: 02/03/01 is another day in every country.",
            "F0352 F0355 F0356 F0358 F0359 F0361 F0362 F0363 F0364 F0365 F0366 F0367 F0368 F0369 F0370 F0371 F0372 F0375 F0377 F0380 "
            + "F0381 F0382 F0383 F0384 F0385 F0386 F2089 F2104"),
        ("No locale argument: formats are written the same for everybody.", "F2236 F2646"),
        ("IF takes a condition and one or two values; several conditions are IFS.", "F0788 F0797 F0815 F0838"),
        ("The branches of a choice have one type.", "F0825 F0826 F0828 F0863 F2097 F2107"),
        ("Texts compare ordinally: A is not a.", "F0792"),
        ("VALUE takes a text; dates and times are numbers already where a number is wanted.",
            "F2940 F2941 F2942 F2944 F2945 F2946 F2947"),
        ("A count of nothing written is a mistake of the author.", "F0135 F0137"),
        ("Lists hold one type, and AND, OR take conditions or one list of them.",
            "F3262 F3264 F3271 F3272 F3275 F3276 F3278 F3280 F3281 F3282"),
        ("CHAR counts in Unicode, not in the code page of the computer.", "F3305 F3306"),
        ("An empty text is found at the start of any text, as FIND has it.", "F3513"),
        ("An argument is either written or left out at the end; there are no empty places.", "F4526 F4528 F4530 F4535 F4536"),
        ("There are no error values to be written: a failure has no value.", "F4550 F4551 F4567 F4568 F4572"),
    ];

    private static readonly Dictionary<string, string> ById = Groups
        .SelectMany(group => group.Ids.Split(' '), (group, id) => (id, group.Reason))
        .ToDictionary(pair => pair.id, pair => pair.Reason, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Ids => ById.Keys;

    public static bool Includes(FormulaCase excelCase) => ById.ContainsKey(excelCase.Id);
}
