using System.Globalization;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Finds members by what definitions and records say of them.</summary>
internal static class FlowMembers
{
    /// <summary>Null for a name that nobody active has.</summary>
    public static long? Find(FlowWork work, string userName)
        => work.Facts.Organisation.Members.FirstOrDefault(member => member.IsActive && string.Equals(member.UserName, userName, StringComparison.OrdinalIgnoreCase))?.Id;

    public static IEnumerable<long> FindAll(FlowWork work, IEnumerable<string> userNames) => userNames.Select(name => Find(work, name)).OfType<long>();

    /// <summary>What a field or formula says: ids, or user names with commas between.</summary>
    public static IEnumerable<long> Read(FlowWork work, object? value) => value switch
    {
        long id => [id],
        decimal number => number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? [(long)number] : [],
        string text => FindAll(work, text.Split([',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ValueList list => list.Items.SelectMany(item => Read(work, item)),
        _ => [],
    };

    /// <summary>The departments that a field holds, by id or name.</summary>
    public static IEnumerable<long> ReadDepartments(FlowWork work, object? value) => value switch
    {
        long id => [id],
        string text => FindDepartment(work, text) is { } found ? [found] : [],
        ValueList list => list.Items.SelectMany(item => ReadDepartments(work, item)),
        _ => [],
    };

    public static long? FindDepartment(FlowWork work, string name)
        => work.Facts.Organisation.Departments.Find(name, "", new Core.Diagnostics.DiagnosticBag())?.Id;

    /// <summary>Heads of a department, or of the one so many levels above.</summary>
    public static IReadOnlyList<long> HeadsOf(FlowWork work, long departmentId, int above)
    {
        var organisation = work.Facts.Organisation;
        return organisation.Departments.Find(departmentId) is { } department
            && organisation.Departments.LineOf(department).Reverse().Skip(above).FirstOrDefault() is { } found ? organisation.HeadsOf(found.Id) : [];
    }

    public static string Group(string app, string role) => string.Create(CultureInfo.InvariantCulture, $"role:{app}/{role}");
}
