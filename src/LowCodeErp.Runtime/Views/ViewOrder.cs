using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Views;

public sealed record ViewOrder(FieldModel Field, bool Descending);
