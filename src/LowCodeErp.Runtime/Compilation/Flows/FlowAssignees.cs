using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What only the flow tells of a rule by which people are found.</summary>
internal static class FlowAssignees
{
    public static void Check(FlowDraft flow, LocalizedText block, AssigneeRule rule, string path)
    {
        if (rule.Kind is AssigneeKind.InitiatorsChoice or AssigneeKind.ApproversChoice && rule.Members.Count + rule.Roles.Count + rule.Departments.Count == 0)
        {
            flow.Report(FlowTaskDiagnostics.ChoiceWithoutRange(path, block));
        }

        if (rule is { Kind: AssigneeKind.MemberField or AssigneeKind.DepartmentField, Field: { } name } && flow.Form is not null && FieldPath.Find(flow.Form, name) is { } found)
        {
            var isMember = rule.Kind == AssigneeKind.MemberField;
            if (isMember ? found.Field.ItemShape is not FieldShape.Member : found.Field.ItemShape is not FieldShape.Department)
            {
                flow.Report(FlowTaskDiagnostics.WrongField(path + ".field", block, name, isMember ? "member" : "department"));
            }
        }
    }
}
