using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>A signed licence before programs that nobody here wrote, and before our own verifier.</summary>
public sealed partial class LicenceFile(string path, string root)
{
    private readonly byte[] bytes = File.ReadAllBytes(path);

    /// <summary>What pdfsig says; it knows nothing of document timestamps.</summary>
    public string Pdfsig() => Run("pdfsig", "-nocert", path).Output;

    public void IsSoundToReaders()
    {
        Succeed("qpdf", "--check", path).ShouldContain("No syntax or stream encoding errors found");
        Succeed("mutool", "info", path).ShouldContain("Pages: 1");
    }

    /// <summary>
    /// The signatures in order of their revisions: the CMS by <c>openssl cms -cades</c>, the document timestamp by <c>openssl ts</c>,
    /// each over the bytes of its own range. Gives the kinds.
    /// </summary>
    public IReadOnlyList<string> OpensslVerifies()
    {
        var text = Encoding.Latin1.GetString(bytes);
        var kinds = new List<string>();
        foreach (var range in ByteRange().Matches(text).OrderBy(End))
        {
            int[] parts =
            [
                .. range.Groups.Values.Skip(1).Select(each => int.Parse(each.Value, CultureInfo.InvariantCulture)),
            ];
            var covered = Write("covered", [.. bytes[..parts[1]], .. bytes[parts[2]..(parts[2] + parts[3])]]);
            var value = Convert.FromHexString(text[(parts[1] + 1)..(parts[2] - 1)]);
            var token = Write("token", value[..DerLength(value)]);
            var before = text[..range.Index];
            var isStamp = before[before.LastIndexOf(" obj", StringComparison.Ordinal)..].Contains("DocTimeStamp");
            if (isStamp)
            {
                Succeed("openssl", "ts", "-verify", "-token_in", "-in", token, "-data", covered, "-CAfile", root);
            }
            else
            {
                Succeed(
                    "openssl",
                    [
                        "cms",
                        "-verify",
                        "-cades",
                        "-binary",
                        "-inform",
                        "DER",
                        "-purpose",
                        "any",
                        "-in",
                        token,
                        "-content",
                        covered,
                        "-CAfile",
                        root,
                        "-out",
                        path + ".out",
                    ]
                );
            }

            kinds.Add(isStamp ? "ts" : "cms");
        }

        return kinds;
    }

    public static async Task<JsonElement> VerifyAsync(string path, string folder)
    {
        var (code, output) = await ServerProcess.RunAsync("licence", "verify", path, "--data", folder, "--json");
        code.ShouldBe(0, output);
        return JsonSerializer.Deserialize<JsonElement>(output);
    }

    [GeneratedRegex(@"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]")]
    private static partial Regex ByteRange();

    private static int End(Match range) =>
        int.Parse(range.Groups[3].Value, CultureInfo.InvariantCulture)
        + int.Parse(range.Groups[4].Value, CultureInfo.InvariantCulture);

    /// <summary>Head and content of the first DER value; zeros that fill the place follow it.</summary>
    private static int DerLength(byte[] value) => 4 + ((value[2] << 8) | value[3]);

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(path + "." + name, content);
        return path + "." + name;
    }

    private static string Succeed(string program, params string[] arguments)
    {
        var (code, output) = Run(program, arguments);
        code.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
