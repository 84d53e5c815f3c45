using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>Whom a flow names that there is not, in words for its author.</summary>
internal static class FlowMentionDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>With a path within the definition of the flow.</summary>
    public static Diagnostic Unknown(FlowMention mention) => mention.Kind == FlowMentionKind.Member
        ? UnknownMember(mention.Path, mention.Owner, mention.Name)
        : UnknownDepartment(mention.Path, mention.Owner, mention.Name);

    private static Diagnostic UnknownMember(string path, LocalizedText block, string member) => new(
        "metadata.flow.member-unknown", Severity.Error, path, new(
        $"“{block.Chinese}”用到的成员“{member}”不存在或已停用；请换成在用的成员，或改用角色、部门负责人等规则。",
        $"\"{block.In(English)}\" names member \"{member}\", who does not exist or has left; name another one, or use a role or the head of a department."));

    private static Diagnostic UnknownDepartment(string path, LocalizedText block, string department) => new(
        "metadata.flow.department-unknown", Severity.Error, path, new(
        $"“{block.Chinese}”用到的部门“{department}”不存在、已关闭，或有几个部门同名；请用部门编码或完整路径。",
        $"\"{block.In(English)}\" names department \"{department}\", which does not exist, is closed, or shares its name with another; use its code or path."));
}
