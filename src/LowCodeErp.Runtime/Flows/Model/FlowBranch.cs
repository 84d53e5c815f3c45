using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Flows.Model;

/// <summary>One way through a branching.</summary>
/// <param name="When">Null: taken where no other is; a parallel branch or the body of a loop.</param>
public sealed record FlowBranch(string Key, LocalizedText Label, CompiledFormula? When, FlowSequence Sequence);
