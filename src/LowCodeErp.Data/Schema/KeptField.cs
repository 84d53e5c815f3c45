using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>A kept column and the field that it was.</summary>
internal sealed record KeptField(KeptColumn Row, FieldModel Field);
