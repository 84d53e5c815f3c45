namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>A change that was published.</summary>
internal sealed record ItemPublication(long Version, string What, ItemDesign Before, ItemDesign After);
