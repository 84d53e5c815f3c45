using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>
/// Everybody in some scripts and the flow, as a database has to know them, so that its rows may name them. Who of them leads, heads or has left is each script's own business.
/// </summary>
/// <param name="Members">User names; the first has the number 1.</param>
/// <param name="Departments">Those above come first.</param>
public sealed record FlowScriptPeople(IReadOnlyList<string> Members, IReadOnlyList<Department> Departments)
{
    public static FlowScriptPeople Of(SimulatedFlow subject, IEnumerable<FlowScript> scripts)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(scripts);
        var members = new List<string>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var departments = new List<Department>();
        foreach (var script in scripts)
        {
            members.AddRange(new FlowScriptWorld(subject, script, new(1, [], []), DateTime.UnixEpoch).Names.Where(known.Add));
            AddDepartments(departments, script);
        }

        foreach (var mention in subject.Flow.Mentions)
        {
            if (mention.Kind == FlowMentionKind.Member && known.Add(mention.Name))
            {
                members.Add(mention.Name);
            }
            else if (mention.Kind == FlowMentionKind.Department && new DepartmentTree(departments).Named(mention.Name).Count != 1)
            {
                departments.Add(new(departments.Count + 1, null, $"#{departments.Count + 1}", mention.Name, departments.Count, IsActive: true));
            }
        }

        return new(members, departments);
    }

    /// <summary>What scripts call alike is one.</summary>
    private static void AddDepartments(List<Department> departments, FlowScript script)
    {
        foreach (var written in script.Departments.Where(written => !departments.Exists(other => other.Name == written.Name)))
        {
            departments.Add(new(departments.Count + 1, departments.Find(other => other.Name == written.Parent)?.Id, written.Name, null, departments.Count, IsActive: true));
        }
    }
}
