using System.Globalization;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Finds the people of a step: the first of the policies (rule 36). Whoever has left is not found.</summary>
internal sealed class FlowAssignees(FlowWork work, FlowScope scope, FlowBlock.Leaf leaf, IReadOnlyList<AssigneeRule> rules, string setting)
{
    private readonly Dictionary<int, object?> _values = [];
    private readonly Dictionary<string, IReadOnlyList<long>> _roles = [];

    /// <summary>In the order of the rules; a member may occur several times.</summary>
    public List<FlowCandidate> Found { get; } = [];

    /// <summary>Whether it could not be found out, which is dealt with already.</summary>
    public bool HasFailed { get; private set; }

    public IEnumerable<FlowQuestion> Find()
    {
        foreach (var question in Read().Concat(AskRoles()))
        {
            yield return question;
        }

        for (var index = 0; index < rules.Count && !HasFailed; index++)
        {
            var rule = rules[index];
            Found.AddRange(Members(rule, index).Where(work.Facts.Organisation.IsActive).Select(member => new FlowCandidate(member, rule)));
        }
    }

    private IEnumerable<FlowQuestion> Read()
    {
        var terms = rules.Select((rule, index) => (Index: index, Term: TermOf(rule, index))).Where(found => found.Term is not null).ToList();
        if (terms.Count == 0)
        {
            yield break;
        }

        yield return new FlowQuestion.Evaluate([.. terms.Select(found => found.Term!)]);
        var values = FlowIncidents.Outcomes(work, scope);
        HasFailed = values is null;
        for (var place = 0; !HasFailed && place < terms.Count; place++)
        {
            if (values![place].Failure is { } failure)
            {
                FlowIncidents.Raise(work, scope, failure);
                HasFailed = true;
            }

            _values[terms[place].Index] = values[place].Value;
        }
    }

    private FlowTerm? TermOf(AssigneeRule rule, int index) => rule.Kind switch
    {
        AssigneeKind.MemberField or AssigneeKind.DepartmentField => new(rule.Field!, null, rule.Field),
        AssigneeKind.Formula => new(At(index, "formula"), leaf.Formulas[At(index, "formula")]),
        _ => null,
    };

    private string At(int index, string member) => string.Create(CultureInfo.InvariantCulture, $"{setting}[{index}].{member}");

    private IEnumerable<FlowQuestion> AskRoles()
    {
        foreach (var role in rules.SelectMany(rule => rule.Roles).Distinct(StringComparer.Ordinal))
        {
            if (HasFailed)
            {
                yield break;
            }

            var (app, key) = Split(work, role);
            yield return new FlowQuestion.MembersOfRole(app, key);
            var members = FlowIncidents.Ids(work, scope);
            HasFailed = members is null;
            _roles[role] = members ?? [];
        }
    }

    /// <summary>A role of the same app is named by its key alone.</summary>
    public static (string App, string Role) Split(FlowWork work, string role)
        => role.Split('/') is [var app, var key] ? (app, key) : (work.Model.App, role);

    private IEnumerable<long> Members(AssigneeRule rule, int index)
    {
        var organisation = work.Facts.Organisation;
        var initiator = work.Instance.InitiatorId;
        return rule.Kind switch
        {
            AssigneeKind.Members => FlowMembers.FindAll(work, rule.Members),
            AssigneeKind.Role => rule.Roles.SelectMany(role => _roles[role]).Distinct(),
            AssigneeKind.DepartmentHeads => Departments(rule).SelectMany(department => FlowMembers.HeadsOf(work, department, rule.Level ?? 0)).Distinct(),
            AssigneeKind.Superior => initiator is { } below ? organisation.SuperiorsOf(below).Skip((rule.Level ?? 1) - 1).Take(1) : [],
            AssigneeKind.SuperiorChain => initiator is { } lowest ? organisation.SuperiorsOf(lowest).Take(rule.Level ?? AssigneeRule.MostLevels) : [],
            AssigneeKind.Initiator => initiator is { } self ? [self] : [],
            AssigneeKind.InitiatorsChoice or AssigneeKind.ApproversChoice => Chosen(rule),
            AssigneeKind.DepartmentField => FlowMembers.ReadDepartments(work, _values[index]).SelectMany(department => FlowMembers.HeadsOf(work, department, rule.Level ?? 0)).Distinct(),
            _ => FlowMembers.Read(work, _values[index]),
        };
    }

    private IEnumerable<long> Departments(AssigneeRule rule) => rule.Departments.Count > 0
        ? rule.Departments.Select(name => FlowMembers.FindDepartment(work, name)).OfType<long>()
        : work.Instance.InitiatorId is { } initiator && work.Facts.Organisation.MainDepartmentOf(initiator) is { } own ? [own] : [];

    /// <summary>Asked only where the way really leads: a branch that is not taken needs no choice (rule 8).</summary>
    private IEnumerable<long> Chosen(AssigneeRule rule)
    {
        if (!work.Instance.Choices.TryGetValue(leaf.Key, out var chosen) || chosen.IsDefaultOrEmpty)
        {
            Fail(FlowDiagnostics.ChoiceMissing(leaf.Key));
            return [];
        }

        if (chosen.Length < rule.Minimum || chosen.Length > (rule.Maximum ?? int.MaxValue) || !chosen.All(member => MayBeChosen(rule, member)))
        {
            Fail(FlowDiagnostics.ChoiceInvalid(leaf.Key));
            return [];
        }

        return chosen.Distinct();
    }

    private bool MayBeChosen(AssigneeRule rule, long member)
    {
        var isFree = rule.Members.Count == 0 && rule.Roles.Count == 0 && rule.Departments.Count == 0;
        return work.Facts.Organisation.IsActive(member) && (isFree
            || FlowMembers.FindAll(work, rule.Members).Contains(member)
            || rule.Roles.Any(role => _roles[role].Contains(member))
            || (rule.Departments.Count > 0 && work.Facts.Organisation.MembersOf(Departments(rule)).Contains(member)));
    }

    private void Fail(Core.Diagnostics.Diagnostic diagnostic)
    {
        work.RefuseOrFault(scope, diagnostic);
        HasFailed = true;
    }
}
