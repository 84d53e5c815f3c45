using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Importing;

/// <param name="IsRehearsal">Checks everything as the import would, then stores nothing.</param>
/// <param name="SkipErrors">Stores the good rows of a file with bad ones; without it one bad row refuses the whole file.</param>
public sealed record ImportOptions(Actor Actor, ChangeSource Source, bool IsRehearsal = false, bool SkipErrors = false);
