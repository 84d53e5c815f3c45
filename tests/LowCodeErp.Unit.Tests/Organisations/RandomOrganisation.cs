using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Unit.Tests.Organisations;

/// <summary>An organisation that came about by random changes, as people make them; those that are refused leave it as it was.</summary>
internal sealed class RandomOrganisation(int seed)
{
    private const int Members = 12;
    private const int Steps = 80;

    private readonly Random _random = new(seed);
    private Organisation _organisation = new("", DepartmentTree.Empty, [], [], [], []);

    public static DateOnly FirstDay { get; } = new(2026, 11, 2);

    public int Refused { get; private set; }

    public Organisation Make()
    {
        _organisation = new(
            "", DepartmentTree.Empty, [.. Enumerable.Range(1, Members).Select(id => new OrganisationMember(id, $"m{id}", $"成员{id}", IsActive: true))], [], [], []);
        for (var step = 0; step < Steps; step++)
        {
            Change();
        }

        return Deactivated();
    }

    /// <summary>Not a change of the organisation's own: accounts are deactivated elsewhere.</summary>
    private Organisation Deactivated() => new(
        "", _organisation.Departments, [.. _organisation.Members.Select(member => member with { IsActive = _random.Next(6) > 0 })],
        _organisation.Memberships, _organisation.ReportingLines, _organisation.Absences);

    private void Change()
    {
        var diagnostics = new DiagnosticBag();
        var changed = _random.Next(10) switch
        {
            0 or 1 => _organisation.With(_organisation.Departments.Add($"部门{_random.Next(1000)}", AnyDepartmentOrTop(), code: null, diagnostics), diagnostics),
            2 when AnyDepartment() is { } moved => _organisation.With(_organisation.Departments.Move(moved, AnyDepartmentOrTop(), diagnostics), diagnostics),
            3 when AnyDepartment() is { } closed => _organisation.With(_organisation.Departments.Close(closed, diagnostics), diagnostics),
            4 when AnyDepartment() is { } left => _organisation.Remove(AnyMember(), left.Id, diagnostics),
            5 => _organisation.Report(AnyMember(), _random.Next(3) == 0 ? null : AnyMember(), diagnostics),
            6 => _organisation.Leave(AnyAbsence(), replaced: null, diagnostics),
            _ when AnyDepartment() is { } department => _organisation.Assign([new(AnyMember(), department.Id, (DepartmentRole)_random.Next(3), null, _random.Next(3) == 0)], diagnostics),
            _ => _organisation,
        };
        Refused += changed is null ? 1 : 0;
        Assert.Equal(changed is null, diagnostics.HasErrors);
        _organisation = changed ?? _organisation;
    }

    private Absence AnyAbsence()
    {
        var from = FirstDay.AddDays(_random.Next(10));
        return new(AnyMember(), from, from.AddDays(_random.Next(4)), _random.Next(4) == 0 ? null : AnyMember());
    }

    private long AnyMember() => _random.Next(1, Members + 1);

    private Department? AnyDepartmentOrTop() => _random.Next(4) == 0 ? null : AnyDepartment();

    private Department? AnyDepartment()
    {
        var all = _organisation.Departments.InOrder.ToList();
        return all.Count == 0 ? null : all[_random.Next(all.Count)];
    }
}
