using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Kernel.Folders;

namespace Approvals.Server.Pipeline;

/// <summary>
/// How commands reach the server that holds a data folder: its address and a token, in a file that only the owner of the
/// folder can read.
/// </summary>
public sealed record ControlFile(string Url, string Token)
{
    private const string Name = "server.json";

    public static ControlFile Write(DataFolder folder, string url)
    {
        var control = new ControlFile(url, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        DurableFile.Write(folder.Within(Name), JsonSerializer.SerializeToUtf8Bytes(control));
        return control;
    }

    /// <summary>An address of a listening server that is reached from this machine: of several a plain one.</summary>
    public static string LocalUrl(IEnumerable<string> urls)
    {
        var all = urls.ToList();
        var url = all.Find(each => each.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) ?? all[0];
        var address = BindingAddress.Parse(url);
        return address.Host is "0.0.0.0" or "[::]" or "+" or "*" ? $"{address.Scheme}://127.0.0.1:{address.Port}" : url;
    }

    /// <summary>The server has stopped.</summary>
    public static void Remove(DataFolder folder) => File.Delete(folder.Within(Name));

    /// <summary>Null when no server left one.</summary>
    public static ControlFile? Read(DataFolder folder) =>
        File.Exists(folder.Within(Name))
            ? JsonSerializer.Deserialize<ControlFile>(File.ReadAllBytes(folder.Within(Name)))
            : null;
}
