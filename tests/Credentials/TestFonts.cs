using Approvals.Credentials.Pdf.Fonts;

namespace Approvals.Credentials.Tests;

/// <summary>The fonts of the repository's npm packages, opened once for all tests.</summary>
public static class TestFonts
{
    private static readonly Lazy<FontSet> Opened = new(() =>
        FontSet.Open(
            PathOf("noto-serif-sc", "400Regular", "NotoSerifSC_400Regular.ttf"),
            PathOf("noto-serif-sc", "700Bold", "NotoSerifSC_700Bold.ttf"),
            HeiFile,
            PathOf("noto-sans-sc", "700Bold", "NotoSansSC_700Bold.ttf")
        )
    );

    public static FontSet Set => Opened.Value;

    public static string HeiFile => PathOf("noto-sans-sc", "400Regular", "NotoSansSC_400Regular.ttf");

    private static string PathOf(string package, string weight, string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var fonts = Path.Combine(folder.FullName, "node_modules", "@expo-google-fonts");
            if (Directory.Exists(fonts))
            {
                return Path.Combine(fonts, package, weight, file);
            }
        }

        throw new DirectoryNotFoundException("Run npm ci at the root of the repository: the tests need its fonts.");
    }
}
