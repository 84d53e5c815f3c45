using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>Things of one kind that a member holds, or that have moved: 客户 · 负责人, 12.</summary>
public sealed record HandOverItem(LocalizedText What, int Count);
