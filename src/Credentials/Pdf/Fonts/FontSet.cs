namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>
/// The four faces official documents are set in: Song (宋体) and Hei (黑体), each regular and bold, each falling back on the other.
/// Opened once per process and shared by all threads; the paths come from the caller, no font is part of this library.
/// </summary>
public sealed class FontSet : IDisposable
{
    private readonly TrueTypeFont[] opened;

    private FontSet(TrueTypeFont song, TrueTypeFont songBold, TrueTypeFont hei, TrueTypeFont heiBold)
    {
        opened = [song, songBold, hei, heiBold];
        Song = new(song, hei);
        SongBold = new(songBold, heiBold, hei);
        Hei = new(hei, song);
        HeiBold = new(heiBold, songBold, song);
    }

    public Typeface Song { get; }
    public Typeface SongBold { get; }
    public Typeface Hei { get; }
    public Typeface HeiBold { get; }

    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not a TrueType font.</exception>
    public static FontSet Open(string song, string songBold, string hei, string heiBold)
    {
        var fonts = new List<TrueTypeFont>();
        try
        {
            foreach (var path in (ReadOnlySpan<string>)[song, songBold, hei, heiBold])
            {
                fonts.Add(TrueTypeFont.Open(path));
            }
        }
        catch
        {
            fonts.ForEach(font => font.Dispose());
            throw;
        }

        return new(fonts[0], fonts[1], fonts[2], fonts[3]);
    }

    public void Dispose()
    {
        foreach (var font in opened)
        {
            font.Dispose();
        }
    }
}
