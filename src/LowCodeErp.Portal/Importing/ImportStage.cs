namespace LowCodeErp.Portal.Importing;

/// <summary>The steps of an import, in order.</summary>
public enum ImportStage
{
    File,
    Mapping,
    Check,
    Finished,
}
