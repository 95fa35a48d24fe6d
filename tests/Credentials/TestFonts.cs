using Approvals.Credentials.Pdf.Fonts;

namespace Approvals.Credentials.Tests;

/// <summary>The fonts of the repository's npm packages, opened once for all tests.</summary>
public static class TestFonts
{
    private static readonly Lazy<FontSet> Opened = new(Open);

    public static FontSet Set => Opened.Value;

    private static FontSet Open()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var fonts = Path.Combine(folder.FullName, "node_modules", "@expo-google-fonts");
            if (Directory.Exists(fonts))
            {
                return FontSet.Open(
                    Path.Combine(fonts, "noto-serif-sc", "400Regular", "NotoSerifSC_400Regular.ttf"),
                    Path.Combine(fonts, "noto-serif-sc", "700Bold", "NotoSerifSC_700Bold.ttf"),
                    Path.Combine(fonts, "noto-sans-sc", "400Regular", "NotoSansSC_400Regular.ttf"),
                    Path.Combine(fonts, "noto-sans-sc", "700Bold", "NotoSansSC_700Bold.ttf")
                );
            }
        }

        throw new DirectoryNotFoundException("Run npm ci at the root of the repository: the tests need its fonts.");
    }
}
