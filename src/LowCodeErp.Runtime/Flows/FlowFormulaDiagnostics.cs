using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What can go wrong with formulas of a flow while it runs; in words for the administrator who resolves the incident.</summary>
public static class FlowFormulaDiagnostics
{
    /// <param name="name">For what it is reckoned: the path of a setting, the key of a branch or field.</param>
    public static Diagnostic Failed(string name) => new(
        "flow.formula.failed", Severity.Error, name, new(
            $"“{name}”的公式对这条数据无法计算（例如除以零）；请改正数据后重试这个步骤，或修改流程。",
            $"The formula of \"{name}\" cannot be computed for this record, as when something is divided by zero; correct the record and retry the step, or change the flow."));
}
