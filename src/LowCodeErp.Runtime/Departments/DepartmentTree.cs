using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Departments;

/// <summary>All departments at one moment. Changes give a new tree, or null and what is wrong.</summary>
public sealed class DepartmentTree
{
    /// <summary>A company has few layers; so many are a mistake, and every path and trail stays short.</summary>
    public const int MostLayers = 20;

    private readonly Dictionary<long, Department> _byId;
    private readonly ILookup<long?, Department> _below;
    private readonly ILookup<string, Department> _byName;

    public DepartmentTree(IEnumerable<Department> departments)
    {
        ArgumentNullException.ThrowIfNull(departments);
        _byId = departments.ToDictionary(department => department.Id);
        _below = _byId.Values.OrderBy(department => department.Position).ThenBy(department => department.Id).ToLookup(department => department.ParentId);
        _byName = _byId.Values.Where(department => department.IsActive).ToLookup(department => department.Name, StringComparer.OrdinalIgnoreCase);
    }

    public static DepartmentTree Empty { get; } = new([]);

    public int Count => _byId.Count;

    /// <summary>Departments are closed, never deleted, so that it was nobody's before.</summary>
    private long NextId => _byId.Keys.DefaultIfEmpty(0).Max() + 1;

    /// <summary>Each before those below it.</summary>
    public IEnumerable<Department> InOrder => Enumerate(null);

    public Department? Find(long id) => _byId.GetValueOrDefault(id);

    public IEnumerable<Department> Below(long? id) => _below[id];

    /// <summary>The department and all below it, closed ones too.</summary>
    public IEnumerable<Department> Within(Department department)
    {
        ArgumentNullException.ThrowIfNull(department);
        return Enumerate(department.Id).Prepend(department);
    }

    /// <summary>From the top down to the department itself.</summary>
    public IReadOnlyList<Department> LineOf(Department department)
    {
        ArgumentNullException.ThrowIfNull(department);
        var line = new LinkedList<Department>();
        for (var at = department; at is not null; at = at.ParentId is { } parent ? Find(parent) : null)
        {
            line.AddFirst(at);
        }

        return [.. line];
    }

    /// <summary>总公司/销售部.</summary>
    public string PathOf(Department department) => string.Join(Department.Separator, LineOf(department).Select(step => step.Name));

    /// <summary>The ids from the top down, <c>/1/5/</c>: what is below a department has a trail that begins with its own.</summary>
    public string TrailOf(Department department) => string.Concat(LineOf(department).Select(step => FormattableString.Invariant($"/{step.Id}"))) + "/";

    /// <summary>What it is called where it is mentioned: its name, or its path where another one is called so too.</summary>
    public string TitleOf(Department department)
    {
        ArgumentNullException.ThrowIfNull(department);
        return _byName[department.Name].All(other => other.Id == department.Id) ? department.Name : PathOf(department);
    }

    /// <summary>Active ones that a text names by code, path or name. A code or a path names one at most.</summary>
    public IReadOnlyList<Department> Named(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = text.Trim();
        var active = _byId.Values.Where(department => department.IsActive).ToList();
        return active.Find(department => Is(department.Code, wanted)) is { } coded ? [coded]
            : active.Find(department => Is(PathOf(department), wanted)) is { } at ? [at]
            : [.. _byName[wanted].OrderBy(PathOf, StringComparer.Ordinal)];
    }

    /// <summary>The one that a text names; null, and what is wrong, when it names none or several.</summary>
    public Department? Find(string text, string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var named = Named(text);
        if (named is [var only])
        {
            return only;
        }

        diagnostics.Add(named.Count == 0 ? DepartmentDiagnostics.Unknown(path, text) : DepartmentDiagnostics.Ambiguous(path, text, named.Select(PathOf)));
        return null;
    }

    /// <summary>As the last one below its parent.</summary>
    public DepartmentTree? Add(string name, Department? parent, string? code, DiagnosticBag diagnostics)
        => Replace(new(NextId, parent?.Id, name, code, NextPosition(parent?.Id), IsActive: true), diagnostics);

    public DepartmentTree? Rename(Department department, string name, string? code, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(department);
        return Replace(department with { Name = name, Code = code }, diagnostics);
    }

    /// <summary>As the last one below its new parent, with all that is below it.</summary>
    public DepartmentTree? Move(Department department, Department? parent, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(department);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (parent is not null && LineOf(parent).Contains(department))
        {
            diagnostics.Add(DepartmentDiagnostics.Circle(department.Name, PathOf(parent)));
            return null;
        }

        return Replace(department with { ParentId = parent?.Id, Position = NextPosition(parent?.Id) }, diagnostics);
    }

    public DepartmentTree? Close(Department department, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(department);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var open = Below(department.Id).Where(below => below.IsActive).Select(below => below.Name).ToList();
        if (open.Count > 0)
        {
            diagnostics.Add(DepartmentDiagnostics.HasOpenOnes(department.Name, open));
            return null;
        }

        return With(department with { IsActive = false });
    }

    /// <summary>So many places down among those beside it, or up where it is negative; no further than to the last or first place.</summary>
    public DepartmentTree Shift(Department department, int places)
    {
        ArgumentNullException.ThrowIfNull(department);
        var beside = Below(department.ParentId).ToList();
        var place = beside.FindIndex(other => other.Id == department.Id);
        beside.RemoveAt(place);
        beside.Insert(Math.Clamp(place + places, 0, beside.Count), department);
        var ordered = beside.Select((other, index) => other with { Position = index + 1 }).ToList();
        return new(_byId.Values.Where(other => other.ParentId != department.ParentId).Concat(ordered));
    }

    private static bool Is(string? name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

    private int NextPosition(long? parent) => _below[parent].Select(beside => beside.Position).DefaultIfEmpty(0).Max() + 1;

    private IEnumerable<Department> Enumerate(long? parent) => _below[parent].SelectMany(department => Enumerate(department.Id).Prepend(department));

    private DepartmentTree With(Department changed) => new(_byId.Values.Where(department => department.Id != changed.Id).Append(changed));

    private DepartmentTree? Replace(Department changed, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        CheckTexts(changed, found);
        var others = _byId.Values.Where(department => department.Id != changed.Id && department.IsActive).ToList();
        if (others.Exists(other => other.ParentId == changed.ParentId && Is(other.Name, changed.Name)))
        {
            found.Add(DepartmentDiagnostics.NameTaken(changed.Name));
        }

        if (changed.Code is not null && others.Find(other => Is(other.Code, changed.Code)) is { } coded)
        {
            found.Add(DepartmentDiagnostics.CodeTaken(changed.Code, coded.Name));
        }

        var tree = With(changed);
        if (tree.Within(changed).Any(within => tree.LineOf(within).Count > MostLayers))
        {
            found.Add(DepartmentDiagnostics.TooDeep(changed.Name, MostLayers));
        }

        diagnostics.AddRange(found.Items);
        return found.HasErrors ? null : tree;
    }

    private static void CheckTexts(Department department, DiagnosticBag diagnostics)
    {
        if (department.Name.Length is 0 or > Department.LongestName || department.Name != department.Name.Trim()
            || department.Name.Contains(Department.Separator, StringComparison.Ordinal) || department.Name.Any(char.IsControl))
        {
            diagnostics.Add(DepartmentDiagnostics.NameInvalid(department.Name));
        }

        if (department.Code is { } code && (code.Length is 0 or > Department.LongestCode || code.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))))
        {
            diagnostics.Add(DepartmentDiagnostics.CodeInvalid(code));
        }
    }
}
