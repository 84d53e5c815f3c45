using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Schema;

/// <summary>A kept table and the form that it was.</summary>
internal sealed record KeptForm(KeptColumn Row, FormModel Form);
