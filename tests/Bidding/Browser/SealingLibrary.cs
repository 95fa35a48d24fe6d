using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Approvals.Bidding.Tests.Browser;

/// <summary>The sealing library as pages load it (src/Web/dist), run by Node.js, which has the same WebCrypto.</summary>
internal static class SealingLibrary
{
    private static readonly string Here = Path.GetDirectoryName(ThisFile())!;
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Here, "../../.."));

    public static string Vectors { get; } = Path.Combine(Repository, "tests/Credentials/Sealing/Vectors");

    /// <summary>Asks one question of answer.mjs; octets travel as base64, as the serializer writes them.</summary>
    public static JsonElement Ask(object question) =>
        Run("answer.mjs", [], JsonSerializer.Serialize(new[] { question }))[0];

    public static JsonElement Run(string script, string[] arguments, string input) =>
        JsonDocument.Parse(Output(script, arguments, input)).RootElement;

    /// <summary>What a script beside this file says; what it complains of fails the test.</summary>
    public static string Output(string script, string[] arguments, string input)
    {
        using var process = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Here, script), Built(), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task.WaitAll(output, errors);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output.Result;
    }

    public static byte[] Bytes(this JsonElement element, string property) =>
        element.GetProperty(property).GetBytesFromBase64();

    private static string Built()
    {
        var dist = Path.Combine(Repository, "src/Web/dist");
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(dist, "manifest.json")));
        return Path.Combine(dist, manifest.RootElement.GetProperty("sealing.js").GetString()!);
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
