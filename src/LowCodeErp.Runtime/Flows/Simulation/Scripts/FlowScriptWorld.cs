using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Formulas.Json;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>Who and what there is in a script. What is wrong with it is in <see cref="Diagnostics"/>; then it is not to be run.</summary>
internal sealed class FlowScriptWorld
{
    private const string NoName = "member";

    private readonly FlowScript _script;
    private readonly Dictionary<string, long> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];
    private readonly WorkingCalendar _calendar;

    public FlowScriptWorld(SimulatedFlow subject, FlowScript script, WorkingCalendar calendar, DateTime now)
    {
        (_script, _calendar, Flow, Zone) = (script, calendar, subject.Flow, EvaluationContext.DefaultZone);
        NameMembers();
        Organisation = MakeOrganisation();
        Now = script.Now is { } written ? ReadMoment(written, "now") : now;
        Answers = MakeAnswers(subject);
        InitiatorId = script.As is { } name ? IdOf(name, "as") : 1;
    }

    public DiagnosticBag Diagnostics { get; } = new();

    public FlowModel Flow { get; }

    public Organisation Organisation { get; }

    public RecordAnswers Answers { get; }

    /// <summary>Those of the script, and the flow's own.</summary>
    public IEnumerable<(string Form, IReadOnlyList<SimulatedRecord> Records)> Records => Answers.AllRecords;

    public IReadOnlyList<string> Names => _names;

    public long InitiatorId { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>In UTC; the script moves it.</summary>
    public DateTime Now { get; set; }

    public FlowFacts Facts => new(Now, Organisation, _calendar, Zone) { FormChanged = IsRecordChanged };

    /// <summary>Since the last event that was carried out.</summary>
    private bool IsRecordChanged { get; set; }

    /// <summary>Null for nobody.</summary>
    public string? NameOf(long? id) => id is { } known && known >= 1 && known <= _names.Count ? _names[(int)known - 1] : null;

    /// <summary>0, with the reason in the diagnostics, for somebody unknown.</summary>
    public long IdOf(string name, string path)
    {
        if (_ids.TryGetValue(name, out var id))
        {
            return id;
        }

        Diagnostics.Add(FlowScriptDiagnostics.UnknownMember(path, name));
        return 0;
    }

    public DateTime ReadMoment(string text, string path)
    {
        if (JsonMoment.ReadDateTime(text, Zone) is { } moment)
        {
            return moment;
        }

        Diagnostics.Add(FlowScriptDiagnostics.NotAMoment(path));
        return DateTime.UnixEpoch;
    }

    /// <summary>Values of the record that the script changes.</summary>
    public void Change(IReadOnlyDictionary<string, JsonElement> values, string path)
    {
        IsRecordChanged |= values.Count > 0;
        var record = Answers.Record;
        var read = new RecordReader(Zone, Diagnostics).Read(JsonSerializer.SerializeToElement(values), record.Schema, path);
        foreach (var field in record.Schema.Fields.Where(field => values.Keys.Any(field.IsCalled)))
        {
            record.Set(field.Key, read.Get(field.Ordinal));
        }
    }

    /// <summary>Nothing was changed since.</summary>
    public Diagnostic? Note(Diagnostic? refusal)
    {
        IsRecordChanged &= refusal is not null;
        return refusal;
    }

    private void NameMembers()
    {
        IEnumerable<string> names = _script.Members.Count > 0 ? _script.Members.Select(member => member.Name) : [.. Named(), .. UnheldRoles(), NoName];
        foreach (var name in names)
        {
            if (_ids.TryAdd(name, _names.Count + 1))
            {
                _names.Add(name);
            }
        }
    }

    /// <summary>Everybody whom the script or the flow names.</summary>
    private IEnumerable<string> Named()
        => ((IEnumerable<string?>)[
            _script.As, .. _script.Steps.SelectMany(step => step.Members.Prepend(step.By)),
            .. _script.Steps.Where(step => FlowScriptEvents.NamesMembers(step.Do)).SelectMany(step => step.To),
            .. _script.Steps.SelectMany(step => step.Choices.Values).SelectMany(chosen => chosen), .. _script.Roles.Values.SelectMany(holders => holders), .. _script.Administrators,
            .. _script.Departments.SelectMany(department => department.Heads.Concat(department.Members)),
            .. Flow.Mentions.Where(mention => mention.Kind == FlowMentionKind.Member).Select(mention => mention.Name)]).OfType<string>();

    /// <summary>Where nobody says who is who, each role is held by one member who is called like it.</summary>
    private IEnumerable<string> UnheldRoles() => _script.Members.Count > 0 || _script.Roles.Count > 0 ? [] : FlowRoles.NamedIn(Flow.Definition);

    private Organisation MakeOrganisation()
    {
        var isListed = _script.Members.Count > 0;
        List<OrganisationMember> members = [.. _names.Select((name, index) => new OrganisationMember(index + 1, name, name, !isListed || !_script.Members[index].Left))];
        var lines = _script.Members.Index().Where(entry => entry.Item.Superior is not null)
            .Select(entry => new ReportingLine(_ids[entry.Item.Name], IdOf(entry.Item.Superior!, $"members[{entry.Index}].superior")));
        var (departments, memberships) = MakeDepartments();
        return new("", new DepartmentTree(departments), members, memberships, [.. lines.DistinctBy(line => line.MemberId)], []);
    }

    private (List<Department> Departments, List<Membership> Memberships) MakeDepartments()
    {
        var departments = new List<Department>();
        var memberships = new List<Membership>();
        foreach (var (index, written) in _script.Departments.Index())
        {
            var path = $"departments[{index}]";
            var parent = written.Parent is null ? null : departments.Find(known => known.Name == written.Parent);
            if (written.Parent is { } missing && parent is null)
            {
                Diagnostics.Add(FlowScriptDiagnostics.UnknownDepartment(path + ".parent", missing));
            }

            departments.Add(new(index + 1, parent?.Id, written.Name, null, index, true));
            memberships.AddRange(written.Heads.Select(name => MakeMembership(name, index + 1, DepartmentRole.Head, path + ".heads", memberships)));
            memberships.AddRange(written.Members.Select(name => MakeMembership(name, index + 1, DepartmentRole.Member, path + ".members", memberships)));
        }

        return (departments, memberships);
    }

    /// <summary>The first department of somebody is his main one.</summary>
    private Membership MakeMembership(string name, long department, DepartmentRole role, string path, List<Membership> earlier)
    {
        var id = IdOf(name, path);
        return new(id, department, role, null, IsMain: !earlier.Exists(other => other.MemberId == id));
    }

    private RecordAnswers MakeAnswers(SimulatedFlow subject)
    {
        var (schemas, records) = (new FormSchemas(subject.Workspace), new SimulatedRecords(Compute));
        foreach (var (form, written) in _script.Records)
        {
            if (FindSchema(form) is not { } schema)
            {
                Diagnostics.Add(FlowScriptDiagnostics.UnknownForm($"records.{form}", form));
                continue;
            }

            foreach (var (index, record) in written.Index())
            {
                var id = record.ValueKind == JsonValueKind.Object && record.TryGetProperty("id", out var given) && given.TryGetInt64(out var number) ? number : (long?)null;
                records.Add(schema, Read(record, schema, $"records.{form}[{index}]"), id);
            }
        }

        var own = schemas.Of(Flow.Form);
        var answers = new RecordAnswers(records, records.Add(own, Read(_script.Values, own, "values"), 1), FindSchema) { Administrators = IdsOf(_script.Administrators, "administrators") };
        foreach (var (role, holders) in _script.Roles)
        {
            answers.Roles[role] = IdsOf(holders, $"roles.{role}");
        }

        foreach (var role in UnheldRoles())
        {
            answers.Roles[role] = [_ids[role]];
        }

        return answers;

        object? Compute(SimulatedRecord record, FormulaField field) => subject.Workspace.FindForm(record.Schema.Key)?.Find(field.Key)?.Formula?.Formula
            .Evaluate(record, new EvaluationContext(Now, Zone) { CurrentUser = InitiatorId, Calendar = _calendar });

        IFormulaSchema? FindSchema(string form) => subject.Workspace.FindForm(form) is { } model ? schemas.Of(model) : null;
    }

    private IReadOnlyList<long> IdsOf(IReadOnlyList<string> names, string path) => [.. names.Select((name, index) => IdOf(name, $"{path}[{index}]"))];

    private IFormulaRow Read(JsonElement? record, IFormulaSchema schema, string path)
    {
        if (record is not { } written)
        {
            return SimulatedRecords.Blank(schema);
        }

        if (written.ValueKind == JsonValueKind.Object && JsonTexts.FindHalf(written, path) is null)
        {
            return new RecordReader(Zone, Diagnostics).Read(written, schema, path);
        }

        Diagnostics.Add(written.ValueKind == JsonValueKind.Object ? RecordJsonDiagnostics.HalfACharacter(path) : RecordJsonDiagnostics.NotAnObject(path));
        return SimulatedRecords.Blank(schema);
    }
}
