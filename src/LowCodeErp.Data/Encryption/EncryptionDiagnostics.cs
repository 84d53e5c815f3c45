using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Encryption;

/// <summary>Why sensitive values cannot be read or stored, in words for whoever runs the server.</summary>
public static class EncryptionDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Stands where a value cannot be read; no text that anybody can enter and store, since its record cannot be saved.</summary>
    public static LocalizedText Unreadable { get; } = new("〔无法解密〕", "[cannot be decrypted]");

    public static Diagnostic NotOpened() => Error("encryption.not-opened", "", new(
        "工作区的数据密钥还没有打开，不能读写加密字段。请用程序本身打开数据库。",
        "The data key of the workspace was not opened, so encrypted fields can neither be read nor stored. Open the database with the program itself."));

    public static Diagnostic KeyLost() => Error("encryption.key-lost", "", new(
        "工作区的数据密钥无法解开：表 sys_protection_key 中的密钥环缺失，或配置 DataProtection:Certificate 指定的证书不是加密时的那一个。加密字段显示为“〔无法解密〕”，也不能修改；其他字段不受影响。请恢复原来的证书或数据库备份。",
        "The data key of the workspace cannot be unwrapped: the key ring in the table sys_protection_key is missing, or the certificate of the setting DataProtection:Certificate is not the one it was protected with. Encrypted fields show \"[cannot be decrypted]\" and cannot be changed; all others are as ever. Bring back the certificate, or the backup of the database."));

    public static Diagnostic CertificateUnreadable(string setting, string file) => Error("encryption.certificate", setting, new(
        $"证书文件“{file}”不能读取。请检查 DataProtection:Certificate 的路径（.pfx）和 DataProtection:CertificatePassword 的密码。",
        $"The certificate \"{file}\" cannot be read. Check the path of the .pfx file in DataProtection:Certificate and the password in DataProtection:CertificatePassword."));

    public static Diagnostic ValueUnreadable(FieldModel field, long record)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Error("encryption.value-unreadable", field.Key, new(
            $"表单“{field.Form.Label.Chinese}”第 {record} 号数据的字段“{field.Label.Chinese}”无法解密：密文被改动、被移动，或密钥不是原来的。为避免丢失，这条数据不能保存。请从备份恢复该值或密钥。",
            $"Field \"{field.Label.In(English)}\" of record {record} of form \"{field.Form.Label.In(English)}\" cannot be decrypted: its ciphertext was changed or moved, or the key is another one. So that nothing is lost the record cannot be saved. Bring the value or the key back from a backup."));
    }

    private static Diagnostic Error(string code, string path, LocalizedText message) => new(code, Severity.Error, path, message);
}
