namespace LowCodeErp.Web.Identity.Keys;

/// <summary>Marks an endpoint that programs with a key may call. Everything else knows sessions only.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AcceptsApiKeysAttribute : Attribute;
