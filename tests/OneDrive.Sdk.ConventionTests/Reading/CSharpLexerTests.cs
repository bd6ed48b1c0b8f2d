namespace OneDrive.Sdk.ConventionTests.Reading;

public sealed class CSharpLexerTests
{
    [Theory]
    [InlineData("a /* b */ c // d", "a c")]
    [InlineData("/// <see cref=\"B\"/>\na", "a")]
    [InlineData("x = \"A \\\" B\"; c", "x = ; c")]
    [InlineData("x = @\"A \"\" B\\\"; c", "x = ; c")]
    [InlineData("x = \"\"; c", "x = ; c")]
    [InlineData("x = \"\"\"A \" B \"\" C\"\"\"; c", "x = ; c")]
    [InlineData("x = '\"'; y = '\\''; c", "x = ; y = ; c")]
    [InlineData("#if A\nb\n#endif", "b")]
    [InlineData("1.5m + 0x1F + 1..2", "+ + . .")]
    public void Read_SeparatesCodeFromCommentsAndText(string text, string code) => Assert.Equal(code, CodeOf(text));

    [Theory]
    [InlineData("$\"A {b} C\" d", "b d")]
    [InlineData("$\"A {{B}} {c}\" d", "c d")]
    [InlineData("$\"{a(new { X = 1 })}\" d", "a ( new { X = } ) d")]
    [InlineData("$\"{(a ? $\"B{c}\" : \"D\")}\" e", "( a ? c : ) e")]
    [InlineData("$@\"A \"\" {b}\" c", "b c")]
    [InlineData("$$\"\"\"A {B} {{c}} D\"\"\" e", "c e")]
    [InlineData("$\"\"\"{a} \" B\"\"\" c", "a c")]
    public void Read_SeesTheCodeInTheHolesOfStrings(string text, string code) => Assert.Equal(code, CodeOf(text));

    [Fact]
    public void Read_CountsLinesThroughCommentsAndStrings()
    {
        var tokens = CSharpLexer.Read("a = \n/*\n*/ b +\n\"\"\"\n  x\n  \"\"\" + c;");

        Assert.Equal([1, 3, 6], tokens.Where(token => token.Kind == TokenKind.Word).Select(token => token.Line));
    }

    private static string CodeOf(string text) =>
        string.Join(' ', new SourceFile("a.cs", text).Code.Where(token => token.Kind != TokenKind.Literal).Select(token => token.Text));
}
