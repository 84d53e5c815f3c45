using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Flows.Model;

/// <summary>A flow names a member or a department. Whether there is one is asked when the flow is published, and again whenever it is needed: both come and go without the app.</summary>
/// <param name="Owner">The block that names it, as people call it; the flow itself for its administrators.</param>
/// <param name="Path">Within the definition of the flow: <c>blocks.approve.settings.assignees[0].members[0]</c>.</param>
public sealed record FlowMention(FlowMentionKind Kind, string Name, LocalizedText Owner, string Path);
