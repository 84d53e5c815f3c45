using System.Globalization;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Runtime.Organisations;
using Microsoft.AspNetCore.WebUtilities;

namespace LowCodeErp.Web.Administration.Members;

/// <summary>What was chosen on the page of members, as its address holds it.</summary>
public sealed record MemberFilter
{
    public const int PageSize = 50;

    public string Words { get; init; } = "";

    public MemberState? State { get; init; }

    /// <summary>With all departments below it.</summary>
    public long? Department { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsEmpty => this == new MemberFilter { Page = Page };

    /// <summary>What cannot be read is left out.</summary>
    public static MemberFilter Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new()
        {
            Words = Text("words"),
            State = Enum.TryParse<MemberState>(Text("state"), out var state) && Enum.IsDefined(state) ? state : null,
            Department = long.TryParse(Text("department"), NumberStyles.None, CultureInfo.InvariantCulture, out var department) ? department : null,
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= int.MaxValue / PageSize ? page : 1,
        };

        string Text(string name) => values.TryGetValue(name, out var value) ? value.ToString().Trim() : "";
    }

    /// <summary>With its question mark; blank when nothing is chosen.</summary>
    public string Write()
    {
        (string Name, string? Value)[] values =
        [
            ("words", Words), ("state", State?.ToString()), ("department", Department?.ToString(CultureInfo.InvariantCulture)),
            ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return QueryHelpers.AddQueryString("", values.Where(value => !string.IsNullOrEmpty(value.Value)).ToDictionary(value => value.Name, value => value.Value));
    }

    public MemberQuery ToQuery(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return new()
        {
            Words = Words, State = State, Departments = Department is { } department ? organisation.Within(department) : null,
            Skip = (Page - 1) * PageSize, Take = PageSize,
        };
    }
}
