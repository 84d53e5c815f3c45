using System.Text.Json.Serialization;

namespace LowCodeErp.Core.Scripting;

/// <summary>Made while compiling: a worker should start quickly, and look at no types while it runs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ScriptCall))]
[JsonSerializable(typeof(ScriptAnswer))]
internal sealed partial class ScriptJson : JsonSerializerContext;
