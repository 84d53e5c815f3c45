using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <param name="LeavesUnconverted">Values that a changed field cannot hold stay in the kept column; otherwise they are a reason to refuse.</param>
/// <param name="RestoresVersion">An earlier version is published again.</param>
internal sealed record SchemaOptions(bool LeavesUnconverted, bool RestoresVersion)
{
    /// <summary>Whether stored values of the form may be told to whoever publishes, where one is an example.</summary>
    public Func<FormModel, bool> MayTell { get; init; } = _ => true;
}
