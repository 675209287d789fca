/// A few lines of each language with their tokens marked, as ``MarkedCode`` does it; `␉` is a tab.
///
/// A header `=== language` begins each.
enum LanguageSamples {
  static let all: [(language: String, marked: String)] = source.split(separator: "=== ").map {
    part in
    let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let marked = lines.dropFirst().joined().replacing("␉", with: "\t")
    return (String(lines.first ?? ""), marked)
  }

  private static let source = #"""
    === yaml
    ⟦c:# comment⟧
    ⟦k:apiVersion⟧: ⟦s:v1⟧
    ⟦k:kind⟧: ⟦s:"Service"⟧
    ⟦k:metadata⟧: {⟦k:name⟧: ⟦s:web⟧, ⟦k:labels⟧: [⟦s:a⟧, ⟦s:'b'⟧, ⟦n:3⟧], ⟦k:x⟧: ⟦b:true⟧}
    ⟦k:spec⟧:
      - ⟦k:run⟧: ⟦s:|
          echo "a: b"
          # not comment
    ⟧
        ⟦k:name⟧: ⟦s:build⟧ ⟦c:# c⟧
      - ⟦k:"quoted key"⟧: ⟦b:no⟧
      - ⟦s:https://example.com/a:b⟧
      - ⟦v:*ref⟧
      ⟦k:base⟧: ⟦v:&base⟧
        ⟦k:port⟧: ⟦n:8080⟧
        ⟦k:v⟧: ⟦s:1.2.3⟧
        ⟦k:t⟧: ⟦t:!!str⟧ ⟦s:12⟧
      ⟦o:<<⟧: ⟦v:*base⟧
      ⟦k:img⟧: ⟦s:"{{ .Values.x }}"⟧
      ⟦k:tok⟧: ⟦v:${{ secrets.X }}⟧
      ⟦k:fold⟧: ⟦s:>-
        text here⟧
      ⟦k:n⟧: ⟦n:-1.5e3⟧
    ⟦o:---⟧
    ⟦k:a⟧: ⟦s:57b7ae836ca64446⟧
    ⟦k:b⟧: ⟦n:7d⟧
    === json
    {⟦k:"a"⟧: ⟦n:1⟧, ⟦k:"b"⟧: [⟦b:true⟧, ⟦b:null⟧, ⟦s:"x\"y"⟧], ⟦c:// c⟧
     ⟦k:"c"⟧: ⟦n:-1.5⟧e+⟦n:10⟧}
    === bash
    ⟦c:#!/bin/bash⟧
    ⟦b:set⟧ ⟦a:-euo⟧ pipefail
    ⟦v:FOO⟧⟦o:=⟧bar; ⟦b:export⟧ ⟦v:X⟧⟦o:=⟧⟦s:"a ⟧⟦v:$FOO⟧⟦s: ⟧⟦v:${Y:-z}⟧⟦s: ⟧⟦k:$(⟧cat file ⟦o:|⟧ grep ⟦s:"x"⟧⟦k:)⟧⟦s:"⟧
    ⟦k:if⟧ ⟦o:[⟧ ⟦s:"⟧⟦v:$1⟧⟦s:"⟧ ⟦o:=⟧ ⟦s:'a'⟧ ⟦o:]⟧; ⟦k:then⟧ ⟦b:echo⟧ hi ⟦o:&&⟧ ⟦b:exit⟧ ⟦n:1⟧; ⟦k:fi⟧
    ⟦f:foo⟧() ⟦o:{⟧ ⟦b:local⟧ ⟦v:x⟧⟦o:=⟧⟦v:$1⟧; ⟦o:}⟧
    cat ⟦s:<<EOF⟧ ⟦o:>⟧ out
    ⟦s:text $x
    EOF⟧
    curl ⟦a:-sSL⟧ ⟦a:--fail⟧ https://x.com/a#b ⟦o:|⟧ sh
    ⟦k:for⟧ i ⟦k:in⟧ *.txt; ⟦k:do⟧ ⟦b:echo⟧ ⟦o:$((⟧i+⟦n:1⟧)); ⟦k:done⟧
    === console
    ⟦o:$⟧ npm install foo
    added 3 packages
    ⟦o:user@host:~/src$⟧ ls ⟦a:-l⟧
    ⟦o:#⟧ apt install x
    === dockerfile
    ⟦k:FROM⟧ ⟦s:golang:1.22⟧ ⟦k:AS⟧ ⟦s:build⟧
    ⟦k:ARG⟧ ⟦v:X⟧⟦o:=⟧⟦n:1⟧
    ⟦k:RUN⟧ apt-get update ⟦o:&&⟧ ⟦s:\⟧
        apt-get install ⟦a:-y⟧ curl
    ⟦c:# comment⟧
    ⟦k:COPY⟧ ⟦a:--from⟧⟦o:=⟧build /a /b
    ⟦k:CMD⟧ ⟦o:[⟧⟦s:"x"⟧, ⟦s:"y"⟧⟦o:]⟧
    ⟦k:RUN⟧ a ⟦o:&&⟧ ⟦s:\⟧
      ⟦c:# why
    ⟧  b ⟦s:"⟧⟦v:$c⟧⟦s:"⟧
    === hcl
    ⟦k:resource⟧ ⟦t:"aws_s3_bucket"⟧ ⟦v:"b"⟧ {
      ⟦a:bucket⟧ ⟦o:=⟧ ⟦s:"x-⟧⟦v:${var.name}⟧⟦s:"⟧ ⟦c:# c⟧
      ⟦a:count⟧  ⟦o:=⟧ ⟦f:length⟧(⟦v:var.list⟧)
      ⟦a:tags⟧ ⟦o:=⟧ { ⟦a:a⟧ ⟦o:=⟧ ⟦b:true⟧ }
    }
    === ts
    ⟦k:import⟧ { a } ⟦k:from⟧ ⟦s:'./x'⟧;
    ⟦a:@Injectable⟧()
    ⟦k:export⟧ ⟦k:class⟧ ⟦t:Foo⟧⟦o:<⟧⟦t:T⟧⟦o:>⟧ ⟦k:extends⟧ ⟦t:Bar⟧ ⟦k:implements⟧ ⟦t:Baz⟧ {
      ⟦k:private⟧ ⟦k:readonly⟧ ⟦a:x⟧⟦o::⟧ ⟦t:number⟧ ⟦o:=⟧ ⟦n:0x1F⟧;
      ⟦k:async⟧ ⟦k:get⟧(⟦a:id⟧⟦o::⟧ ⟦t:string⟧)⟦o::⟧ ⟦t:Promise⟧⟦o:<⟧⟦k:void⟧⟦o:>⟧ {
        ⟦k:const⟧ s ⟦o:=⟧ ⟦s:`a ⟧⟦v:${⟧id ⟦o:+⟧ ⟦s:`n⟧⟦v:${⟧⟦n:1⟧⟦v:}⟧⟦s:`⟧⟦v:}⟧⟦s: b`⟧;
        ⟦k:return⟧ ⟦k:this⟧.x ⟦o:/⟧ ⟦n:2⟧ ⟦o:>⟧ ⟦n:1⟧ ⟦o:?⟧ ⟦s:/ab[/]c/g⟧.⟦f:test⟧(s) ⟦o::⟧ ⟦b:null⟧; ⟦c:// c⟧
      }
    }
    ⟦k:type⟧ ⟦t:A⟧ ⟦o:=⟧ { [⟦a:k⟧⟦o::⟧ ⟦t:string⟧]⟦o::⟧ ⟦t:Foo⟧ };
    === python
    ⟦a:@app.route⟧(⟦s:"/x"⟧)
    ⟦k:async⟧ ⟦k:def⟧ ⟦f:foo⟧(⟦b:self⟧, a: ⟦b:int⟧ ⟦o:=⟧ ⟦n:1⟧) ⟦o:->⟧ ⟦b:str⟧:
        ⟦s:"""doc"""⟧
        x ⟦o:=⟧ ⟦s:f"a ⟧⟦v:{⟧b⟦o:!⟧r:⟦o:>⟧{w}⟦v:}⟧⟦s: {{}} ⟧⟦v:{⟧d[⟦s:'k'⟧]⟦v:}⟧⟦s:"⟧ ⟦o:+⟧ ⟦s:r'\d'⟧
        ⟦k:class⟧ ⟦t:Bar⟧(Base): ⟦k:pass⟧
        ⟦k:return⟧ ⟦b:None⟧ ⟦k:if⟧ ⟦k:not⟧ x ⟦k:else⟧ [i ⟦k:for⟧ i ⟦k:in⟧ ⟦b:range⟧(⟦n:10⟧)]
    ⟦k:import⟧ ⟦t:a.b⟧ ⟦k:as⟧ ⟦t:c⟧⟦o:,⟧ ⟦t:d⟧
    ⟦k:from⟧ ⟦t:x.y⟧ ⟦k:import⟧ z
    ⟦k:raise⟧ ⟦t:ValueError⟧
    === go
    ⟦k:package⟧ main
    ⟦k:import⟧ ⟦s:"fmt"⟧
    ⟦k:type⟧ ⟦t:T⟧ ⟦k:struct⟧ { X ⟦t:int⟧ ⟦s:`json:"x"`⟧ }
    ⟦k:func⟧ (t ⟦o:*⟧T) ⟦f:Foo⟧(a []⟦t:string⟧) (⟦t:int⟧, ⟦t:error⟧) {
    ␉x ⟦o::=⟧ ⟦k:map⟧[⟦t:string⟧]⟦t:int⟧{⟦s:"a"⟧: ⟦n:1⟧}
    ␉⟦k:if⟧ err ⟦o:!=⟧ ⟦b:nil⟧ { ⟦k:return⟧ ⟦n:0⟧, fmt.⟦f:Errorf⟧(⟦s:"x %w"⟧, err) }
    ␉⟦k:go⟧ ⟦k:func⟧() { ch ⟦o:<-⟧ ⟦s:'a'⟧ }()
    }
    === rust
    ⟦a:#[derive(Debug)]⟧
    ⟦k:pub⟧ ⟦k:struct⟧ ⟦t:A⟧⟦o:<⟧'⟦a:a⟧⟦o:>⟧ { x: ⟦o:&⟧'⟦a:a⟧ ⟦t:str⟧ }
    ⟦k:fn⟧ ⟦f:main⟧() { ⟦k:let⟧ c ⟦o:=⟧ ⟦s:'x'⟧; ⟦f:println!⟧(⟦s:"{}"⟧, ⟦s:r#"a"b"#⟧); ⟦k:match⟧ x { ⟦b:Some⟧(_) ⟦o:=>⟧ ⟦n:1⟧⟦o:..⟧⟦n:2⟧, _ ⟦o:=>⟧ ⟦n:0xFFu8⟧ } }
    === swift
    ⟦a:@main⟧ ⟦k:struct⟧ ⟦t:A⟧: ⟦t:B⟧ { ⟦k:func⟧ ⟦f:f⟧() -> ⟦t:Int⟧ { ⟦k:let⟧ ⟦v:s⟧ = ⟦s:"a ⟧⟦v:\(⟧x ⟦o:+⟧ ⟦f:g⟧(⟦n:1⟧)⟦v:)⟧⟦s: b\n"⟧; ⟦k:return⟧ ⟦k:#line⟧ } }
    === java
    ⟦a:@Override⟧ ⟦k:public⟧ ⟦k:class⟧ ⟦t:A⟧ ⟦k:extends⟧ ⟦t:B⟧⟦o:<⟧⟦t:C⟧⟦o:>⟧ { ⟦t:int⟧ x ⟦o:=⟧ ⟦n:1_000L⟧; ⟦t:String⟧ s ⟦o:=⟧ ⟦s:"a"⟧; ⟦t:char⟧ c ⟦o:=⟧ ⟦s:'\''⟧; ⟦t:void⟧ ⟦f:f⟧() { ⟦k:new⟧ ⟦f:Foo⟧().⟦a:bar⟧(); } }
    ⟦k:import⟧ ⟦t:java.util.Map⟧;
    ⟦t:Map⟧.⟦a:Entry⟧ e ⟦o:=⟧ list.⟦a:first⟧⟦o:[⟧⟦n:0⟧⟦o:]⟧.⟦a:class⟧;
    === sql
    ⟦k:SELECT⟧ a, ⟦f:COUNT⟧(⟦o:*⟧) ⟦k:FROM⟧ ⟦s:"t"⟧ ⟦k:WHERE⟧ x ⟦o:=⟧ ⟦s:'it''s'⟧ ⟦k:AND⟧ y ⟦o:>=⟧ ⟦v::p⟧ ⟦c:-- c⟧
    ⟦k:CREATE⟧ ⟦k:TABLE⟧ x (id ⟦t:BIGINT⟧ ⟦k:PRIMARY⟧ ⟦k:KEY⟧, t ⟦t:timestamp⟧);
    ⟦k:SELECT⟧ ⟦s:`a`⟧ ⟦k:FROM⟧ b;
    === ruby
    ⟦k:class⟧ ⟦t:Foo⟧ ⟦o:<⟧ ⟦t:Bar⟧
      ⟦k:attr_reader⟧ ⟦s::x⟧
      ⟦k:def⟧ ⟦f:empty?⟧(a ⟦o:=⟧ ⟦n:1⟧); ⟦v:@x⟧ ⟦o:=⟧ ⟦s:"a ⟧⟦v:#{⟧b ⟦o:+⟧ ⟦s:"c"⟧⟦v:}⟧⟦s: d"⟧; a ⟦o:!=⟧ ⟦n:1⟧ ⟦o:?⟧ {⟦s:k⟧: ⟦n:1⟧} : ⟦s::sym⟧; ⟦k:end⟧
    ⟦k:end⟧
    ⟦t:A⟧⟦o:::⟧⟦t:B⟧⟦o:.⟧new
    === php
    ⟦k:<?php⟧
    ⟦k:function⟧ ⟦f:foo⟧(⟦t:string⟧ ⟦v:$a⟧)⟦o::⟧ ⟦o:?⟧⟦t:int⟧ { ⟦k:return⟧ ⟦v:$this⟧⟦o:->⟧⟦a:x⟧[⟦s:"a ⟧⟦v:$b⟧⟦s: ⟧⟦v:{$⟧c[⟦s:'d'⟧]⟦v:}⟧⟦s:"⟧] ⟦o:??⟧ ⟦b:null⟧; } ⟦c:// c⟧
    === css
    @⟦k:media⟧ (⟦k:min-width⟧: ⟦n:10⟧⟦t:px⟧) {
      .⟦t:a⟧ ⟦o:>⟧ #⟦t:b⟧:⟦a:hover⟧⟦o:,⟧ ⟦k:a⟧::⟦a:before⟧ { ⟦k:color⟧: ⟦n:#fff⟧; ⟦v:--x⟧: ⟦n:1⟧⟦t:px⟧; ⟦k:margin⟧: ⟦b:calc⟧(⟦n:1⟧⟦t:px⟧ + ⟦f:var⟧(⟦v:--x⟧)) ⟦k:!important⟧; }
    }
    === scss
    ⟦v:$x⟧: ⟦n:1⟧⟦t:px⟧;
    ⟦t:.a⟧ { ⟦k:&⟧⟦a::hover⟧ { ⟦k:color⟧⟦o::⟧ ⟦f:darken⟧⟦o:(⟧⟦v:$x⟧⟦o:,⟧ ⟦n:10⟧⟦t:%⟧⟦o:);⟧ } .⟦t:b⟧ { ⟦k:@include⟧ ⟦a:foo⟧; } }
    === html
    ⟦k:<!DOCTYPE html>⟧
    <⟦k:div⟧ ⟦a:class⟧⟦o:=⟧⟦s:"a"⟧ ⟦a:data-x⟧⟦o:=⟧⟦s:'1'⟧ ⟦a:hidden⟧>t ⟦v:&amp;⟧ <⟦k:script⟧>⟦k:let⟧ x ⟦o:=⟧ ⟦s:"</b>"⟧; ⟦k:if⟧ (a ⟦o:<⟧ b) {}</⟦k:script⟧><⟦k:style⟧>⟦k:a⟧ { ⟦k:color⟧: ⟦b:red⟧ }</⟦k:style⟧></⟦k:div⟧>
    === toml
    ⟦k:[package]⟧
    ⟦a:name⟧ ⟦o:=⟧ ⟦s:"x"⟧ ⟦c:# c⟧
    ⟦a:version.a⟧ ⟦o:=⟧ ⟦n:1.0⟧
    ⟦a:list⟧ ⟦o:=⟧ [ ⟦s:"a"⟧, ⟦n:1⟧ ]
    ⟦k:[[bin]]⟧
    ⟦a:d⟧ ⟦o:=⟧ ⟦n:1979-05-27T07:32:00Z⟧
    ⟦a:t⟧ ⟦o:=⟧ { ⟦a:a⟧ ⟦o:=⟧ ⟦n:1⟧, ⟦a:b⟧ ⟦o:=⟧ ⟦b:true⟧ }
    === ini
    ⟦c:; c⟧
    ⟦k:[sec]⟧
    ⟦a:key⟧ ⟦o:=⟧ ⟦s:value⟧
    ⟦a:x⟧⟦o::⟧ ⟦n:1⟧
      ⟦a:b⟧ ⟦o:=⟧ ⟦s:"c: d"⟧
    === makefile
    ⟦v:CC⟧ ⟦o::=⟧ gcc
    ⟦f:.PHONY⟧⟦o::⟧ all
    ⟦f:all⟧⟦o::⟧ ⟦k:$(⟧⟦v:OBJ⟧⟦k:)⟧ foo.o
    ␉⟦o:@⟧⟦b:echo⟧ ⟦s:"x $$y ⟧⟦k:$(⟧⟦v:CC⟧⟦k:)⟧⟦s:"⟧ ⟦o:&&⟧ rm ⟦a:-rf⟧ ⟦v:$@⟧
    ␉⟦b:echo⟧ ⟦s:'it $(call f,$(a b)) # no "x⟧
    ⟦k:ifeq ($(A),b)⟧
    ⟦k:endif⟧
    ⟦k:export⟧ ⟦v:A⟧ ⟦v:B⟧
    ⟦v:X⟧ ⟦o:=⟧ ⟦k:$(shell ⟧⟦b:echo⟧ ⟦s:"⟧⟦k:$(⟧⟦v:Y⟧⟦k:)⟧⟦s:"⟧⟦k:)⟧
    ␉⟦k:ifneq (a,b)⟧
    === diff
    ⟦d:--- a/x⟧
    ⟦i:+++ b/x⟧
    ⟦f:@@ -1 +1 @@⟧
    ⟦d:-old⟧
    ⟦i:+new⟧
     same
    === nginx
    ⟦k:server⟧ { ⟦k:listen⟧ ⟦n:80⟧; ⟦k:server_name⟧ ⟦s:a.b⟧; ⟦k:location⟧ ⟦o:~⟧ ⟦s:\.php⟧$ { ⟦k:proxy_pass⟧ ⟦s:http://x⟧⟦v:$uri⟧; } }
    === graphql
    ⟦k:type⟧ ⟦t:Query⟧ { ⟦f:user⟧(⟦a:id⟧: ⟦t:ID⟧⟦o:!⟧): ⟦t:User⟧ ⟦a:@deprecated⟧(⟦a:reason⟧: ⟦s:"x"⟧) }
    ⟦k:query⟧ ⟦f:Q⟧(⟦v:$a⟧: ⟦t:Int⟧ ⟦o:=⟧ ⟦n:1⟧) { user { ⟦o:...⟧⟦t:F⟧ name } }
    === proto
    ⟦k:syntax⟧ ⟦o:=⟧ ⟦s:"proto3"⟧;
    ⟦k:message⟧ ⟦t:A⟧ { ⟦k:repeated⟧ ⟦t:string⟧ ⟦a:x⟧ ⟦o:=⟧ ⟦n:1⟧; } ⟦k:service⟧ ⟦t:S⟧ { ⟦k:rpc⟧ ⟦f:Get⟧(⟦t:A⟧) ⟦k:returns⟧ (⟦t:B⟧); }
    === markdown
    ⟦f:# Title⟧
    ⟦k:-⟧ item ⟦s:`code`⟧ ⟦k:**bold**⟧ [⟦k:l⟧](⟦a:u⟧)
    ⟦c:> q⟧
    ⟦s:```sh⟧
    x
    ⟦s:```⟧
    [⟦k:a⟧][⟦a:b⟧]
    ![⟦k:i⟧](⟦a:u⟧) [x] [a b]
    [⟦a:ref⟧]: ⟦a:http://x⟧
    === jinja
    <⟦k:p⟧>⟦k:{%⟧ ⟦k:if⟧ ⟦v:x⟧ ⟦k:%}{{⟧ ⟦v:a⟧⟦o:|⟧⟦f:upper⟧ ⟦k:}}⟧⟦c:{# c #}⟧⟦k:{%⟧ ⟦k:endif⟧ ⟦k:%}⟧</⟦k:p⟧>
    ⟦k:{{⟧ ⟦v:f⟧⟦o:(⟧⟦v:a⟧⟦o:)⟧ ⟦k:}}⟧
    === kotlin
    ⟦k:data⟧ ⟦k:class⟧ ⟦t:A⟧(⟦k:val⟧ ⟦v:x⟧: ⟦t:Int⟧ ⟦o:=⟧ ⟦n:1⟧) { ⟦k:fun⟧ ⟦f:f⟧(): ⟦t:String⟧ ⟦o:=⟧ ⟦s:"a ⟧⟦v:$x⟧⟦s: ⟧⟦v:${⟧y.⟦a:z⟧()⟦v:}⟧⟦s:"⟧ }
    ⟦k:val⟧ ⟦v:k⟧ ⟦o:=⟧ ⟦t:Foo⟧⟦o:::⟧⟦k:class⟧.⟦a:TWO⟧⟦o:[⟧⟦n:1⟧⟦o:]⟧
    === cpp
    ⟦k:#include⟧ ⟦s:<vector>⟧
    ⟦k:#define X 1⟧
    ⟦k:class⟧ ⟦t:A⟧ ⟦o::⟧ ⟦k:public⟧ B { ⟦b:std⟧⟦o:::⟧⟦t:vector⟧⟦o:<⟧⟦t:int⟧⟦o:>⟧ v; ⟦k:auto⟧ ⟦f:f⟧() ⟦o:->⟧ ⟦t:int⟧ { ⟦k:return⟧ ⟦s:'a'⟧; } };
    ⟦k:namespace⟧ ⟦t:n⟧ {}
    === csharp
    ⟦a:[Attr]⟧ ⟦k:public⟧ ⟦k:record⟧ ⟦t:A⟧ { ⟦t:string⟧ ⟦t:S⟧ ⟦o:=>⟧ ⟦s:$"a ⟧⟦v:{⟧x:⟦t:N2⟧⟦v:}⟧⟦s: {{}}"⟧; ⟦t:var⟧ y ⟦o:=⟧ ⟦s:@"c:\"⟧; }
    === powershell
    ⟦k:function⟧ ⟦b:Get-X⟧ { ⟦k:param⟧(⟦t:[string]⟧⟦v:$a⟧) ⟦b:Write-Host⟧ ⟦s:"a ⟧⟦v:$a⟧⟦s: ⟧⟦v:$($b⟧.c⟦v:)⟧⟦s:"⟧ ⟦a:-Force⟧; ⟦k:if⟧ (⟦v:$a⟧ ⟦o:-eq⟧ ⟦s:'x'⟧) {} }
    [⟦k:CmdletBinding⟧()]
    === lua
    ⟦k:local⟧ ⟦v:x⟧ ⟦o:=⟧ ⟦s:[[a]]⟧ ⟦c:--[[ c ]]⟧ ⟦k:function⟧ ⟦f:f⟧(⟦v:a⟧) ⟦k:return⟧ ⟦o:#⟧⟦v:a⟧ ⟦o:..⟧ ⟦s:"x"⟧ ⟦k:end⟧ ⟦c:-- c⟧
    === elixir
    ⟦k:defmodule⟧ ⟦t:A⟧⟦o:.⟧⟦t:B⟧ ⟦k:do⟧
      ⟦k:def⟧ ⟦f:foo⟧(x), ⟦s:do⟧: %{⟦s:a⟧: ⟦n:1⟧, ⟦s:b⟧: ⟦s::c⟧} ⟦o:|>⟧ ⟦t:Map⟧⟦o:.⟧⟦f:get⟧(⟦s:"a ⟧⟦v:#{⟧x⟦v:}⟧⟦s:"⟧)
    ⟦k:end⟧
    === r
    x ⟦o:<-⟧ ⟦f:c⟧(⟦n:1⟧, ⟦n:2⟧) ⟦c:# c⟧
    f ⟦o:<-⟧ ⟦k:function⟧(a) { ⟦k:if⟧ (⟦b:TRUE⟧) a ⟦o:%>%⟧ b }
    === groovy
    ⟦b:pipeline⟧ ⟦o:{⟧ ⟦b:stage⟧⟦o:(⟧⟦s:'x'⟧⟦o:)⟧ ⟦o:{⟧ ⟦b:steps⟧ ⟦o:{⟧ sh ⟦s:"a ⟧⟦v:${⟧env⟦o:.⟧⟦a:X⟧⟦v:}⟧⟦s:"⟧ ⟦o:}⟧ ⟦o:}⟧ ⟦o:}⟧
    ⟦k:import⟧ ⟦t:a.b⟧
    ⟦t:def⟧ x ⟦o:=⟧ y⟦o:.⟧⟦a:call⟧⟦o:()⟧
    === scala
    ⟦k:object⟧ ⟦t:A⟧ ⟦k:extends⟧ ⟦t:App⟧ { ⟦k:def⟧ ⟦f:f⟧(x: ⟦t:Int⟧): ⟦t:String⟧ ⟦o:=⟧ ⟦s:s"a ⟧⟦v:$x⟧⟦s: ⟧⟦v:${⟧y⟦v:}⟧⟦s:"⟧ ; ⟦k:case⟧ ⟦k:class⟧ ⟦t:B⟧(a: ⟦t:Int⟧) }
    ⟦k:import⟧ ⟦t:a⟧.⟦t:b⟧.⟦t:C⟧
    ⟦k:val⟧ m ⟦o:=⟧ ⟦t:M⟧(⟦s:"x"⟧)
    === xml
    ⟦k:<?xml version="1.0"?><a:b⟧ ⟦a:c=⟧⟦s:"d"⟧⟦k:>⟧⟦c:<!-- x -->⟧⟦k:<![CDATA[y]]></a:b>⟧
    === vue
    <⟦k:template⟧><⟦k:p⟧ ⟦a::a⟧⟦o:=⟧⟦s:"x"⟧>⟦k:{{⟧ y ⟦k:}}⟧</⟦k:p⟧></⟦k:template⟧><⟦k:script⟧>⟦k:export⟧ ⟦k:default⟧ {}</⟦k:script⟧>
    === properties
    ⟦c:# c⟧
    ⟦a:a.b⟧⟦o:=⟧⟦s:c⟧ ⟦v:${d}⟧
    === tsx
    ⟦k:function⟧ ⟦f:App⟧() { ⟦k:return⟧ <><⟦k:Foo⟧ ⟦a:a⟧⟦o:=⟧{⟦n:1⟧} />{list.⟦f:map⟧(x => <⟦k:li⟧ ⟦a:key⟧⟦o:=⟧{x}>{x}</⟦k:li⟧>)}</>; }
    === c
    ⟦k:#include⟧ ⟦s:<stdio.h>⟧
    ⟦k:struct⟧ ⟦t:point⟧ { ⟦t:int⟧ x; ⟦t:uint8_t⟧ y; };
    ⟦k:static⟧ ⟦t:int⟧ ⟦f:main⟧(⟦t:void⟧) { ⟦f:printf⟧(⟦s:"%d\n"⟧, ⟦n:0x1FUL⟧); ⟦k:return⟧ ⟦s:'\0'⟧ ⟦o:==⟧ ⟦b:NULL⟧; } ⟦c:/* c */⟧
    === js
    ⟦k:const⟧ { a, ⟦a:b⟧⟦o::⟧ c } ⟦o:=⟧ ⟦k:await⟧ ⟦f:load⟧(⟦s:'x'⟧); ⟦c:// c⟧
    ⟦k:class⟧ ⟦t:Foo⟧ { ⟦v:#count⟧ ⟦o:=⟧ ⟦n:1e3⟧; ⟦f:go⟧() { ⟦k:return⟧ ⟦k:this⟧.⟦v:#count⟧ ⟦o:/⟧ ⟦n:2⟧ ⟦o:/⟧ ⟦n:3⟧; } }
    ⟦k:const⟧ el ⟦o:=⟧ <⟦k:div⟧ ⟦a:className⟧⟦o:=⟧⟦s:"a"⟧ ⟦a:onClick⟧⟦o:=⟧{() ⟦o:=>⟧ ⟦f:go⟧({⟦a:a⟧⟦o::⟧ ⟦n:1⟧})}>text <⟦k:b⟧>{x}</⟦k:b⟧></⟦k:div⟧>;
    === perl
    ⟦c:#!/usr/bin/perl⟧
    ⟦k:use⟧ ⟦t:strict⟧;
    ⟦k:sub⟧ ⟦f:find⟧ { ⟦k:my⟧ (⟦v:$self⟧, ⟦v:%rest⟧) ⟦o:=⟧ ⟦v:@_⟧; ⟦k:return⟧ ⟦v:$self⟧⟦o:->⟧{name} ⟦o:=~⟧ ⟦s:s/a/b/⟧ ? ⟦s:"x ⟧⟦v:$y⟧⟦s:"⟧ : ⟦s:qw(a b)⟧; } ⟦c:# c⟧
    ⟦k:use⟧ ⟦t:Mojo::Util⟧ ⟦s:qw(quote)⟧;
    ⟦b:warn⟧ ⟦s:qq{a b}⟧; ⟦k:my⟧ ⟦v:$l⟧ ⟦o:=⟧ ⟦s:`wc -l`⟧; ⟦t:Moose::Util⟧⟦o:->⟧new;
    === haskell
    ⟦c:{- c -}⟧ ⟦k:module⟧ ⟦t:Main⟧ ⟦k:where⟧
    ⟦k:import⟧ ⟦t:Data.Map⟧ (⟦f:insert⟧)
    ⟦f:total⟧ ⟦o:::⟧ [⟦t:Int⟧] ⟦o:->⟧ ⟦t:Int⟧
    ⟦f:total⟧ xs ⟦o:=⟧ foldr (⟦o:+⟧) ⟦n:0⟧ xs ⟦c:-- c⟧
    ⟦k:import⟧ ⟦t:A⟧ ⟦k:hiding⟧ (⟦f:f⟧, ⟦t:T⟧(⟦o:..⟧))
    === erlang
    -⟦k:module⟧(x).
    ⟦f:f⟧(⟦v:X⟧) ⟦o:->⟧ {ok, ⟦s:"a"⟧, ⟦v:X⟧}. ⟦c:% c⟧
    ⟦f:g⟧(⟦v:_⟧) ⟦o:->⟧ ⟦t:lists⟧:⟦f:map⟧(⟦o:?⟧⟦v:F⟧, ⟦a:#r.x⟧).
    -⟦k:define⟧(⟦t:MAX_SIZE⟧, ⟦n:1⟧).
    -⟦k:record⟧(⟦a:'a-b'⟧, {c}).
    === dart
    ⟦k:import⟧ ⟦s:'dart:io'⟧;
    ⟦a:@override⟧
    ⟦k:class⟧ ⟦t:A⟧ ⟦k:extends⟧ ⟦t:B⟧ { ⟦k:final⟧ ⟦t:int⟧ x ⟦o:=⟧ ⟦n:1⟧; ⟦t:String⟧ ⟦f:f⟧() ⟦o:=>⟧ ⟦s:'a ⟧⟦v:$x⟧⟦s: ⟧⟦v:${⟧y.⟦f:z⟧()⟦v:}⟧⟦s:'⟧; }
    === cmake
    ⟦c:# c⟧
    ⟦b:set⟧(⟦s:NAME⟧ ⟦s:"a ⟧⟦v:${B}⟧⟦s:"⟧)
    ⟦b:if⟧(⟦s:NAME⟧) 
    ⟦b:endif⟧()
    ⟦b:message⟧(⟦o:${⟧⟦v:A⟧⟦o:}⟧⟦s:B⟧)
    === batch
    @⟦k:echo⟧ ⟦k:off⟧
    ⟦c:rem c⟧
    ⟦k:set⟧ ⟦v:NAME⟧=⟦v:%1⟧
    ⟦k:if⟧ ⟦s:"⟧⟦v:%NAME%⟧⟦s:"⟧⟦o:==⟧⟦s:"x"⟧ ⟦k:goto⟧ :end
    :⟦a:end⟧
    ⟦k:goto⟧ ⟦a:end⟧
    === pycon
    ⟦o:>>> ⟧⟦b:print⟧(⟦s:"a"⟧)
    a
    ⟦o:>>> ⟧⟦k:from⟧ ⟦t:a.b⟧ ⟦k:import⟧ c
    ⟦o:>>> ⟧⟦a:@app⟧

    """#
}
